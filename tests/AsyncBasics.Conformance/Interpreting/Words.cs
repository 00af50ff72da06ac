namespace AsyncBasics.Conformance.Interpreting;

/// <summary>How outcomes are written in the log: the same words the other interpreter uses.</summary>
internal static class Words
{
    internal static string OfValue(int? value) => value?.ToString() ?? "-";

    internal static string OfValue(bool value) => value ? "true" : "false";

    internal static string OfList(IEnumerable<string> values) => $"[{string.Join(',', values)}]";

    internal static string OfError(Exception error) => error switch
    {
        CancelledException { Reason: { Kind: CancelKind.Requested, Message: { } message } } => $"cancelled:{message}",
        CancelledException => "cancelled",
        BoomException => $"boom:{error.Message}",
        AggregateException group => $"group({string.Join(',', group.InnerExceptions.Select(OfError))})",
        TimeoutException => "timeout",
        QueueFullException => "full",
        QueueEmptyException => "empty",
        BrokenBarrierException => "broken",
        QueueShutDownException => "shutdown",
        InvalidOperationException or ArgumentException => "misuse",
        _ => $"fault:{error.GetType().Name}:{error.Message}",
    };

    /// <summary>An error among results. Only gather puts one there, and in CPython a cancelled one has lost its reason.</summary>
    internal static string OfOutcome(Exception error) => error is CancelledException ? "cancelled" : OfError(error);

    internal static string OfState(Future future) => future.State switch
    {
        FutureState.Pending => "pending",
        FutureState.Cancelled => "cancelled",
        FutureState.Failed => $"error {OfError(future.Exception!)}",
        _ => $"value {OfResult(future)}",
    };

    internal static string OfResult(Future future) => future switch
    {
        LoopTask<int?> task => OfValue(task.Result),
        Future<int?> shared => OfValue(shared.Result),
        _ => throw new ArgumentOutOfRangeException(nameof(future), future, "A task or a future of the program is expected."),
    };

    internal static bool Matches(string kind, Exception error) => kind switch
    {
        "cancelled" => error is CancelledException,
        "boom" => error is BoomException,
        "timeout" => error is TimeoutException,
        "group" => error is AggregateException,
        "error" => error is not CancelledException,
        "all" => true,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "No kind of error has this name."),
    };
}
