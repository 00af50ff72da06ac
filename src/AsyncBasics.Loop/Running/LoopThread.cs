using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// What the current thread is doing: which loop runs on it, which task's step, and what that step has said so far. Reached
/// through one thread-static field, since every await needs it.
/// </summary>
internal sealed class LoopThread
{
    [ThreadStatic]
    private static LoopThread? s_current;

    private Future? _waitFuture;

    public static LoopThread Current => s_current ?? Make();

    /// <summary>The loop that runs on this thread.</summary>
    public EventLoop? Loop { get; set; }

    /// <summary>The loop's observer, if it has one; kept here because every call of a coroutine asks.</summary>
    public LoopObserver? Observer { get; set; }

    /// <summary>The task whose step runs now.</summary>
    public LoopTask? Task { get; set; }

    /// <summary>How many coroutines run inside each other on the machine's stack in this step.</summary>
    public int Depth { get; set; }

    /// <summary>A coroutine that the trampoline is to start next.</summary>
    public LoopTask? Next { get; set; }

    /// <summary>The frame that has said it waits.</summary>
    public LoopTask? Leaf { get; set; }

    /// <summary>What that frame waits for.</summary>
    public WaitKind WaitKind { get; private set; }

    /// <summary>When it waits for a timer: the deadline, in ticks of the loop's clock.</summary>
    public long WaitDeadline { get; private set; }

    /// <summary>What the awaiter of the resumed frame has to throw.</summary>
    public Exception? Injected { get; set; }

    /// <summary>What is running when no task is: the future whose callback was called.</summary>
    public Future? Cause { get; set; }

    /// <summary>
    /// What native code inside this step has begun to wait on last: what a task waits for in truth when it goes on to wait for that code.
    /// </summary>
    public object? NativeLeaf { get; set; }

    /// <summary>The task that waits for the native code which is running now, in a callback.</summary>
    public LoopTask? NativeOwner { get; set; }

    /// <summary>Coroutines that were made on this thread and that nobody has awaited yet.</summary>
    public UnstartedCoroutines Unstarted { get; } = new();

    /// <summary>Called by awaiters first: throws what was injected into this step, a cancellation as a rule.</summary>
    public static void ThrowInjected()
    {
        if (s_current?.Injected is not null)
        {
            throw s_current.TakeInjected()!;
        }
    }

    public Exception? TakeInjected()
    {
        Exception? injected = Injected;
        Injected = null;
        return injected;
    }

    public void WaitForYield(LoopTask leaf)
    {
        Leaf = leaf;
        WaitKind = WaitKind.Yield;
    }

    public void WaitForTimer(LoopTask leaf, long deadline)
    {
        Leaf = leaf;
        WaitKind = WaitKind.Timer;
        WaitDeadline = deadline;
    }

    public void WaitForFuture(LoopTask leaf, Future future)
    {
        Leaf = leaf;
        WaitKind = WaitKind.Future;
        _waitFuture = future;
    }

    public void WaitForNative(LoopTask leaf)
    {
        Leaf = leaf;
        WaitKind = WaitKind.Native;
    }

    public Future TakeWaitFuture()
    {
        Future future = _waitFuture!;
        _waitFuture = null;
        return future;
    }

    /// <summary>Makes <paramref name="context"/> the current one, at no cost when it is.</summary>
    public static void EnterContext(ExecutionContext context)
    {
        if (ExecutionContext.Capture() != context)
        {
            ExecutionContext.Restore(context);
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LoopThread Make() => s_current = new();
}
