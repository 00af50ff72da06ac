namespace AsyncBasics;

/// <summary>What is true of a frame or task besides its state.</summary>
[Flags]
internal enum TaskFlags : byte
{
    None = 0,

    /// <summary>The coroutine was awaited or scheduled.</summary>
    Consumed = 1,

    /// <summary>The body has begun.</summary>
    Started = 2,

    /// <summary>The timer that the task waits for, or waited for, stands in the ready queue.</summary>
    TimerIsDue = 4,

    /// <summary>The task waits for a timer.</summary>
    Sleeping = 8,

    /// <summary>The task waits for something that is not the loop's and can't be interrupted.</summary>
    WaitsForNative = 16,

    /// <summary>The frame waits for a future, which it holds. No task sleeps and waits for native code at once, so the two bits together say this.</summary>
    WaitsForFuture = Sleeping | WaitsForNative,

    /// <summary>The bits that say what is waited for.</summary>
    Waiting = WaitsForFuture,

    /// <summary>The next step throws the cancellation (asyncio's <c>_must_cancel</c>).</summary>
    MustCancel = 32,

    /// <summary>A cancellation is on its way through the task: who meets it again has found a cycle.</summary>
    Delivering = 64,

    /// <summary>The task stands in a coroutine further in than its own.</summary>
    StandsDeeper = 128,

    /// <summary>Nobody has taken the coroutine, and it is the newest of its thread. Shares its bit with what only a task can be.</summary>
    Newest = TimerIsDue,

    /// <summary>The coroutine is awaited in place, and is left to the trampoline. Shares its bit with what only a task can be.</summary>
    LeftToTrampoline = Sleeping,
}
