namespace AsyncBasics;

/// <summary>A task's wait for an awaiter that is not the loop's: brings the task back to the loop, from whatever thread.</summary>
/// <remarks>
/// It is the current context while the awaiter registers, so that an awaiter that keeps the context posts to it. Without one, .NET would
/// take the thread pool wherever it may not go on inline, even for what ends on the loop's own thread; and on that detour a virtual clock
/// would overtake it.
/// </remarks>
internal sealed class NativeWait(EventLoop loop) : SynchronizationContext
{
    private bool _hasTurn;
    private bool _isOver;

    /// <summary>Who waits. Known only when it has suspended: a coroutine that native code awaits becomes a task at that moment.</summary>
    public LoopTask? Task { get; set; }

    /// <summary>What the awaiter calls when it has ended. One that calls it again is not heard: the task waits for something else by then.</summary>
    public void Resume()
    {
        if (_isOver)
        {
            return;
        }

        if (_hasTurn)
        {
            // What was posted takes its turn now, and that is the task's.
            _isOver = true;
            loop.AnnounceReady(Task!);
            Task!.Step(LoopThread.Current);
        }
        else if (loop.IsRunningHere && Task is not null)
        {
            _isOver = true;
            Task.ForgetNativeLeaves();
            loop.ScheduleStep(Task);
        }
        else
        {
            Post(static wait => ((NativeWait)wait!).Resume(), this);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        var turn = new Turn(this, d, state);
        if (loop.IsRunningHere)
        {
            Task?.ForgetNativeLeaves();
            loop.ScheduleCallback(turn, this);
        }
        else
        {
            loop.Posts.Add(turn, this);
        }
    }

    public override SynchronizationContext CreateCopy() => this;

    private sealed class Turn(NativeWait wait, SendOrPostCallback callback, object? state) : ReadyCallback
    {
        public override void Invoke(object argument)
        {
            wait._hasTurn = true;
            callback(state);
            wait._hasTurn = false;
        }
    }
}
