using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// A host that is started before the command line is understood, when that looks like a run of a program: the runtime of the host gets ready
/// while this one reads its options.
/// </summary>
internal static class EarlyHost
{
    private static readonly long s_memoryBytes = new RunLimits().MemoryBytes;
    private static HostProcess? s_waiting;

    /// <summary>Starts one if the command line is going to need it, as far as can be seen.</summary>
    public static void StartFor(string[] arguments)
    {
        if (arguments is ["run", _, ..] && arguments.Any(File.Exists))
        {
            s_waiting = HostProcess.Start(s_memoryBytes);
        }
    }

    /// <summary>The host that waits, if its programs may take so much memory, or a new one. It is the caller's from now on.</summary>
    public static HostProcess TakeOrStart(long memoryBytes) =>
        (memoryBytes == s_memoryBytes ? Interlocked.Exchange(ref s_waiting, null) : null) ?? HostProcess.Start(memoryBytes);

    /// <summary>Ends the one that nobody took.</summary>
    public static void End() => Interlocked.Exchange(ref s_waiting, null)?.Dispose();
}
