namespace AsyncBasics.Cli;

/// <summary>What it means when the standard output can't be written any more.</summary>
internal static class LostOutput
{
    private const int BrokenPipe = 32;
    private const int WindowsBrokenPipe = unchecked((int)0x8007006D);
    private const int WindowsClosingPipe = unchecked((int)0x800700E8);

    /// <summary>Whether an exception is about writing.</summary>
    public static bool IsMeantBy(Exception exception) => exception is IOException or UnauthorizedAccessException;

    /// <summary>Whether the reader has closed the pipe (<c>| head -1</c>): it has what it wanted, so that is no error.</summary>
    public static bool IsReaderGone(Exception exception) =>
        exception is IOException { HResult: BrokenPipe or WindowsBrokenPipe or WindowsClosingPipe };

    /// <summary>Tells of the loss, unless there is nothing to tell.</summary>
    /// <returns>The exit code.</returns>
    public static int Report(Exception exception, Terminal terminal)
    {
        if (IsReaderGone(exception))
        {
            return ExitCodes.Success;
        }

        terminal.Error.WriteLine($"The output cannot be written: {(exception.InnerException ?? exception).Message}.");
        return ExitCodes.Failure;
    }
}
