using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>Says in a sentence why a host's process ended in the middle of a run.</summary>
internal static class SuddenEnd
{
    // Unix: a process that a signal ended has 128 and the signal's number for its exit code.
    private const int Aborted = 128 + 6;
    private const int Killed = 128 + 9;
    private const int BrokenMemory = 128 + 11;

    /// <param name="known">What is known of the run.</param>
    /// <param name="exitCode">What the process returned.</param>
    /// <param name="errors">What the runtime wrote to standard error.</param>
    public static Report Explain(KnownRun known, int exitCode, string errors)
    {
        if (errors.Contains(RawOutput.Overflow, StringComparison.Ordinal))
        {
            return known.StackOverflowed(Head(errors));
        }

        if (errors.Contains("Out of memory.", StringComparison.Ordinal) || errors.Contains("OutOfMemoryException", StringComparison.Ordinal))
        {
            return known.Ended(
                Outcome.Limit,
                $"The program was stopped when it had used up its memory, {known.Options.Limits.MemoryBytes >> 20} MiB.",
                RunLimit.Memory,
                Head(errors));
        }

        if (UnhandledException(errors) is { } exception)
        {
            return known.Ended(
                Outcome.Crashed, $"An exception that nobody caught on another thread ended the process: {exception}", errors: Head(errors));
        }

        return exitCode switch
        {
            Aborted => known.Ended(Outcome.Crashed, $"The program ended its own process at once{FailFastMessage(errors)}", errors: Head(errors)),
            Killed => known.Ended(
                Outcome.Crashed, "The process that ran the program was killed from outside; the system does that, too, when it runs out of memory."),
            BrokenMemory => known.Ended(
                Outcome.Crashed, "The process that ran the program died, since it touched memory that was not its own.", errors: Head(errors)),
            > 128 => known.Ended(Outcome.Crashed, $"A signal, number {exitCode - 128}, ended the process that ran the program.", errors: Head(errors)),
            _ => known.Ended(
                Outcome.Exited,
                $"The program ended its own process with exit code {exitCode}, past the lab.",
                errors: Head(errors),
                exitCode: exitCode),
        };
    }

    private static string? UnhandledException(string errors)
    {
        const string Beginning = "Unhandled exception. ";
        string? line = errors.Split('\n').FirstOrDefault(line => line.StartsWith(Beginning, StringComparison.Ordinal));
        return line?[Beginning.Length..].TrimEnd();
    }

    /// <summary>What the program gave as the reason, if it gave one.</summary>
    private static string FailFastMessage(string errors)
    {
        const string Beginning = "Process terminated.";
        string[] lines = errors.Split('\n', StringSplitOptions.TrimEntries);
        int begin = Array.FindIndex(lines, line => line.StartsWith(Beginning, StringComparison.Ordinal));
        string reason = begin < 0 ? string.Empty
            : lines[begin].Length > Beginning.Length ? lines[begin][Beginning.Length..].Trim()
            : begin + 1 < lines.Length && !lines[begin + 1].StartsWith("at ", StringComparison.Ordinal) ? lines[begin + 1] : string.Empty;
        return reason.Length == 0 ? ", with Environment.FailFast or abort." : $", with Environment.FailFast: {reason}";
    }

    /// <summary>The beginning of what the runtime wrote: of a stack that overflowed it lists every call.</summary>
    private static string Head(string errors)
    {
        const int Most = 2000;
        return errors.Length <= Most ? errors : $"{errors[..Most]}\n...\n";
    }
}
