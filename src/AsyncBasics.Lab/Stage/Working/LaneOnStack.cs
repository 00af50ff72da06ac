namespace AsyncBasics.Lab;

/// <summary>
/// A lane for where there are no threads, as in a browser: its work runs on the stage's own thread, on top of whatever waits there. While it
/// waits, the others have their turns on top of it.
/// </summary>
/// <remarks>
/// A frame can go on only when all above it have ended. So work that would sleep longer than one below it does not hold that up: it runs
/// ahead, on a time of its own, and what it does for others (what it writes, its end) comes when the stage's time gets there. Work that waits
/// for something, and not only for time, does hold up those below.
/// </remarks>
internal sealed class LaneOnStack(Stage stage) : WorkLane(stage)
{
    public override void Do(Action work)
    {
        WorkLane? below = Here;
        SynchronizationContext? context = SynchronizationContext.Current;
        ExecutionContext? flow = ExecutionContext.Capture();
        Here = this;
        SynchronizationContext.SetSynchronizationContext(Stage.PoolContext);
        try
        {
            work();
        }
        catch (Exception exception)
        {
            Stage.Crash(exception);
        }
        finally
        {
            Ahead = TimeSpan.Zero;
            Here = below;
            SynchronizationContext.SetSynchronizationContext(context);
            if (flow is not null)
            {
                ExecutionContext.Restore(flow);
            }
        }
    }

    public override void Wait(BlockedCall call)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        ExecutionContext? flow = ExecutionContext.Capture();
        Here = null;
        Stage.Waiting.Push(call);
        try
        {
            Stage.LetOthersRun(call, this);
        }
        finally
        {
            Stage.Waiting.Pop();
            Here = this;
            SynchronizationContext.SetSynchronizationContext(context);
            if (flow is not null)
            {
                ExecutionContext.Restore(flow);
            }
        }
    }
}
