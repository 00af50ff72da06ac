namespace AsyncBasics;

/// <summary>
/// Sees everything that happens on a loop, in order, on the loop's thread (trio's <c>Instrument</c> is the idea). Every method
/// does nothing unless it is overridden. A loop without an observer does not pay for the possibility.
/// </summary>
/// <remarks>
/// Calls of coroutines inside one task are strictly nested, so a stack for each task tells which call made which. Take times
/// from the <see cref="EventLoop.Time"/> of the task's loop.
/// </remarks>
public abstract class LoopObserver
{
    /// <summary>Whether any loop of the process has ever had an observer: until then the end of a call needs not ask for one.</summary>
    internal static bool IsAnyAttached { get; set; }

    /// <summary>A task was made; <paramref name="creator"/> is the task that made it, if one did.</summary>
    public virtual void TaskCreated(LoopTask task, LoopTask? creator)
    {
    }

    /// <summary>A step of the task begins.</summary>
    public virtual void StepBegins(LoopTask task)
    {
    }

    /// <summary>The step has ended: the task is suspended or has completed.</summary>
    public virtual void StepEnds(LoopTask task)
    {
    }

    /// <summary>A coroutine's body begins inside the task: the task's own, or one that is awaited in place.</summary>
    public virtual void CallBegins(LoopTask task, CoroutineCall call)
    {
    }

    /// <summary>The innermost coroutine's body has ended.</summary>
    public virtual void CallEnds(LoopTask task, CoroutineCall call)
    {
    }

    /// <summary>The task waits.</summary>
    public virtual void Suspended(LoopTask task, WaitReason reason)
    {
    }

    /// <summary>
    /// A step of the task was queued; <paramref name="by"/> is the task or future that ended its wait, <see langword="null"/>
    /// when the clock or the task itself did.
    /// </summary>
    public virtual void MadeReady(LoopTask task, Future? by)
    {
    }

    /// <summary>The task has ended; its <see cref="Future.State"/> says how.</summary>
    public virtual void Completed(LoopTask task)
    {
    }

    /// <summary>
    /// A timer was set for <paramref name="deadline"/> on the loop's clock, by <paramref name="task"/> if one was running.
    /// </summary>
    public virtual void TimerSet(LoopTask? task, TimeSpan deadline)
    {
    }

    /// <summary>Text was written through <see cref="EventLoop.WriteOutput"/>, by <paramref name="task"/> if one was running.</summary>
    public virtual void Output(LoopTask? task, string text)
    {
    }

    /// <summary>A blocking call holds the loop from now on, for <paramref name="duration"/>: see <see cref="EventLoop.Block"/>.</summary>
    public virtual void Blocked(LoopTask? task, TimeSpan duration)
    {
    }
}
