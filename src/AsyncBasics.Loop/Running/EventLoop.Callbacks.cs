using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>Callbacks and timers.</content>
public sealed partial class EventLoop
{
    /// <summary>Calls <paramref name="callback"/> in the next iteration, after what is ready now (<c>loop.call_soon</c>).</summary>
    /// <returns>A handle to take it back.</returns>
    /// <exception cref="InvalidOperationException">The loop is closed.</exception>
    public Handle CallSoon(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ThrowIfClosed();
        ThrowOnWrongThread();
        var handle = new Handle(this, callback, when: null);
        _ready.Enqueue(HandleTurn.Instance, handle);
        return handle;
    }

    /// <summary>Calls <paramref name="callback"/> after <paramref name="delay"/> on the loop's clock (<c>loop.call_later</c>).</summary>
    /// <inheritdoc cref="CallSoon"/>
    public Handle CallLater(TimeSpan delay, Action callback) =>
        CallAt(TimeSpan.FromTicks(Durations.DeadlineAfter(Clock.Now, delay.Ticks)), callback);

    /// <summary>
    /// Calls <paramref name="callback"/> when the loop's <see cref="Time"/> is <paramref name="when"/> (<c>loop.call_at</c>). Of two
    /// with the same moment, the one that was set first is called first; asyncio leaves that open.
    /// </summary>
    /// <inheritdoc cref="CallSoon"/>
    public Handle CallAt(TimeSpan when, Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ThrowIfClosed();
        ThrowOnWrongThread();
        var handle = new Handle(this, callback, when);
        SetTimer(when, handle);
        return handle;
    }

    internal void SetTimer(TimeSpan when, ITimerTarget target)
    {
        Timers.Add(when.Ticks, target);
        Observer?.TimerSet(LoopThread.Current.Task, when);
    }

    /// <summary>
    /// As <see cref="CallSoon"/>, from any thread (<c>loop.call_soon_threadsafe</c>): the one way in for other threads. What one
    /// thread posts runs in the order in which it posted.
    /// </summary>
    /// <inheritdoc cref="CallSoon"/>
    public Handle CallSoonThreadsafe(Action callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        ThrowIfClosed();
        if (IsRunningHere)
        {
            var handle = new Handle(this, callback, when: null);
            _ready.Enqueue(HandleTurn.Instance, handle);
            return handle;
        }

        (PostSegment post, int index) = Posts.Add(callback, ExecutionContext.Capture());
        return new Handle(this, post, index);
    }

    /// <summary>Queues a step of a task.</summary>
    internal void ScheduleStep(LoopTask task)
    {
        ThrowOnWrongThread();
        _ready.Enqueue(task);
        AnnounceReady(task);
    }

    /// <summary>Queues the first steps of tasks that nobody observes.</summary>
    internal void ScheduleFirstSteps(FirstSteps steps) => _ready.Enqueue(steps);

    internal void ScheduleCallback(ReadyCallback callback, object argument) => _ready.Enqueue(callback, argument);

    /// <summary>Queues what waited for <paramref name="future"/>: a task, or a callback.</summary>
    internal void ScheduleWaiter(Future future, object waiter)
    {
        if (waiter is LoopTask task)
        {
            ScheduleStep(task);
        }
        else if (!Unsafe.As<FutureCallback>(waiter).TakesNoTurn(future))
        {
            _ready.Enqueue(Unsafe.As<FutureCallback>(waiter), future);
        }
    }

    /// <summary>Tells the observer that a step of the task has got a turn.</summary>
    internal void AnnounceReady(LoopTask task)
    {
        if (Observer is not null)
        {
            TellMadeReady(task, Observer);
        }
    }

    private static void TellMadeReady(LoopTask task, LoopObserver observer)
    {
        LoopThread thread = LoopThread.Current;
        Future? by = thread.Task ?? thread.Cause;
        observer.MadeReady(task, ReferenceEquals(by, task) ? null : by);
    }
}
