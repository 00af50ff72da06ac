namespace AsyncBasics;

/// <summary>One call of a coroutine method, as an observer sees it. Only valid during the observer's method.</summary>
public readonly ref struct CoroutineCall
{
    private readonly LoopTask _frame;

    internal CoroutineCall(LoopTask frame) => _frame = frame;

    /// <summary>The call that a task runs; good until the task has ended, also before its first step.</summary>
    public static CoroutineCall Of(LoopTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new CoroutineCall(task);
    }

    /// <summary>The name of the method.</summary>
    public string Method => _frame.CoroutineName;

    /// <summary>
    /// A copy of the compiler's state machine: its public fields hold the method's arguments under their own names.
    /// <see langword="null"/> for a coroutine that no compiler made, such as that of <c>Sleep</c>.
    /// </summary>
    public object? Variables => _frame.CopyBody();

    /// <summary>
    /// What the body threw, a cancellation included, when the call has just ended that way; <see langword="null"/> otherwise.
    /// Looking does not mark the exception as retrieved.
    /// </summary>
    public Exception? Error => _frame.BodyError;
}
