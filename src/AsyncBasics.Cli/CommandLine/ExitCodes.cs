namespace AsyncBasics.Cli;

internal static class ExitCodes
{
    public const int Success = 0;

    /// <summary>The output could not be written.</summary>
    public const int Failure = 1;

    /// <summary>The command line makes no sense.</summary>
    public const int Usage = 2;

    /// <summary>Ended by Ctrl+C: 128 and the number of the signal, as shells have it.</summary>
    public const int Interrupted = 130;

    /// <summary>Ended by a request to terminate, such as <c>kill</c> sends.</summary>
    public const int Terminated = 143;
}
