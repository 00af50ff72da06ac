namespace AsyncBasics.Lab;

/// <summary>
/// The run is to end here and now. It flies through the program's code up to whoever runs it; code that catches it gets it again at the
/// next thing it does.
/// </summary>
internal abstract class RunEndedException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The run went past one of its limits.</summary>
internal sealed class LimitExceededException(RunLimit limit, string message) : RunEndedException(message)
{
    /// <summary>Which one.</summary>
    public RunLimit Limit { get; } = limit;
}

/// <summary>The program ended its own process.</summary>
internal sealed class ProgramExitedException(int exitCode) : RunEndedException($"The program ended itself with exit code {exitCode}.")
{
    /// <summary>The code that it gave.</summary>
    public int ExitCode { get; } = exitCode;
}

/// <summary>The program gave itself up: <c>Environment.FailFast</c>, or an assertion that did not hold.</summary>
internal sealed class ProcessTerminatedException(string? message, Exception? inner = null)
    : RunEndedException($"Process terminated. {message}".TrimEnd(), inner);

/// <summary>Nobody can go on any more.</summary>
internal sealed class StageDeadlockException(IReadOnlyList<BlockedCall> calls, string message) : RunEndedException(message)
{
    /// <summary>Who waits by blocking, in the order in which they began to; empty when all that wait have an await to wait at.</summary>
    public IReadOnlyList<BlockedCall> Calls { get; } = calls;
}

/// <summary>An exception left code that nobody called: the body of a thread, a callback, an async void method. It ends a process.</summary>
internal sealed class UnhandledException(Exception exception) : RunEndedException(exception.Message, exception);

/// <summary>Somebody outside wants the run to end.</summary>
internal sealed class RunStoppedException(string message) : RunEndedException(message);
