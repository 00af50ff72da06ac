using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Runs a learner's own programs in a process apart, which is kept from run to run: whatever they do, this one goes on.</summary>
internal sealed class LearnersRuns : IDisposable
{
    // An exercise takes no time worth mentioning: what takes longer has no end.
    private readonly RunOptions _options = new() { Limits = new RunLimits { WallTime = TimeSpan.FromSeconds(5) } };
    private HostProcess? _host;

    /// <summary>Runs a program on the virtual clock.</summary>
    /// <exception cref="LabFailedException">The lab has a mistake that this program brings to light.</exception>
    public Report Run(SourceFile program)
    {
        if (_host is not { IsUsable: true })
        {
            _host?.Dispose();
            _host = HostProcess.Start(_options.Limits.MemoryBytes);
        }

        return _host.Run(new RunRequest([program], _options), new NoListener());
    }

    public void Dispose() => _host?.Dispose();
}
