namespace AsyncBasics;

/// <summary>A coroutine that another thread has handed to a loop, and the native task that it sees of it.</summary>
internal sealed class ThreadsafeRun<T> : FutureCallback, IEndsWithLoop
{
    private readonly TaskCompletionSource<T> _outcome = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<LoopTask, T> _result;
    private CancellationTokenRegistration _registration;

    private ThreadsafeRun(Func<LoopTask, T> result) => _result = result;

    public static Task<T> Start(LoopTask frame, EventLoop loop, Func<LoopTask, T> result, CancellationToken cancellationToken)
    {
        var run = new ThreadsafeRun<T>(result);
        loop.EndWithLoop(run);
        loop.TryCallSoonThreadsafe(() => run.StartOnLoop(frame, loop, cancellationToken));
        return run._outcome.Task;
    }

    public override void Ended(Future future)
    {
        _registration.Dispose();
        future.Loop.NeedNotEndWithLoop(this);
        var task = (LoopTask)future;
        switch (task.State)
        {
            case FutureState.Cancelled:
                _outcome.SetCanceled();
                break;
            case FutureState.Failed:
                _outcome.SetException(task.Exception!);
                break;
            default:
                _outcome.SetResult(_result(task));
                break;
        }
    }

    public void LoopHasClosed() => _outcome.TrySetException(EventLoop.Closed());

    private void StartOnLoop(LoopTask frame, EventLoop loop, CancellationToken cancellationToken)
    {
        frame.BecomeTask(loop, name: null);
        frame.AddWaiter(this);
        _registration = cancellationToken.Register(() =>
        {
            if (loop.IsRunningHere)
            {
                // Cancelled beforehand: the body is not to begin at all.
                frame.Cancel();
            }
            else
            {
                loop.TryCallSoonThreadsafe(() => frame.Cancel());
            }
        });
    }
}
