using System.Runtime.InteropServices;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// Runs a program each time that one of its files is saved, until Ctrl+C. The host stays from run to run, with the compiler in it warm;
/// one that had to be stopped is replaced.
/// </summary>
internal sealed class WatchedRun(RunSettings settings, Terminal terminal) : IDisposable
{
    // A host keeps a little of every program that it has run.
    private const int RunsPerHost = 200;

    private readonly CancellationTokenSource _ended = new();
    private HostProcess? _host;
    private int _runsOfHost;
    private int _exitCode;

    /// <returns>The exit code: that of Ctrl+C or of a request to terminate, as that is how it ends.</returns>
    public int Execute()
    {
        IReadOnlyList<string> paths = ProgramFiles.Find(settings.Sources);
        using PosixSignalRegistration interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => OnSignal(signal, ExitCodes.Interrupted));
        using PosixSignalRegistration terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => OnSignal(signal, ExitCodes.Terminated));
        using var changes = new FileChanges(paths, settings.Sources.Where(Directory.Exists));
        do
        {
            RunOnce();
        }
        while (changes.Wait(_ended.Token));

        return _exitCode;
    }

    public void Dispose()
    {
        _host?.Dispose();
        _ended.Dispose();
    }

    private void RunOnce()
    {
        if (terminal.IsInteractive)
        {
            terminal.Out.Write(AnsiCodes.ClearScreen);
        }

        try
        {
            IReadOnlyList<SourceFile> files = ProgramFiles.Read(ProgramFiles.Find(settings.Sources));
            var view = new ReportView(settings, terminal);
            Report report = Host().Run(new RunRequest(files, settings.Options), view);
            if (_ended.IsCancellationRequested)
            {
                return;
            }

            view.Show(report);
            settings.Files.Write(report);
        }
        catch (UsageException gone)
        {
            // A file that is away for the moment comes back with the next save.
            terminal.Error.WriteLine(gone.Message);
        }

        terminal.Out.WriteLine();
        terminal.Out.WriteLine("Waiting for a change. Ctrl+C ends.");
        terminal.Out.Flush();
        PrepareNextHost();
    }

    private HostProcess Host()
    {
        PrepareNextHost();
        _runsOfHost++;
        return _host!;
    }

    private void PrepareNextHost()
    {
        if (_host is { IsUsable: true } && _runsOfHost < RunsPerHost)
        {
            return;
        }

        _host?.Dispose();
        _host = EarlyHost.TakeOrStart(settings.Options.Limits.MemoryBytes);
        _runsOfHost = 0;
    }

    private void OnSignal(PosixSignalContext signal, int exitCode)
    {
        signal.Cancel = true;
        _exitCode = exitCode;
        _ended.Cancel();
        _host?.RequestStop();
    }
}
