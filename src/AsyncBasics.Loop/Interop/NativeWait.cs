namespace AsyncBasics;

/// <summary>A task's wait for an awaiter that is not the loop's: brings the task back to the loop, from whatever thread.</summary>
internal sealed class NativeWait(LoopTask task, EventLoop loop) : ReadyCallback
{
    public void Resume()
    {
        if (loop.IsRunningHere)
        {
            loop.ScheduleStep(task);
        }
        else
        {
            loop.Posts.Add(this, task);
        }
    }

    // A post is already a turn in the ready queue: the step runs in it and does not queue again.
    public override void Invoke(object argument) => task.Step(LoopThread.Current);
}
