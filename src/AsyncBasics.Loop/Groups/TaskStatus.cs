namespace AsyncBasics;

/// <summary>Through this a task started with <see cref="TaskGroup.StartAsync"/> says that it is ready (trio's <c>task_status</c>).</summary>
/// <typeparam name="T">What it is ready with.</typeparam>
public sealed class TaskStatus<T>
{
    internal TaskStatus(EventLoop loop)
    {
        Ready = new Future<T>(loop);
        Watcher = new EndedUnready(this);
    }

    internal Future<T> Ready { get; }

    internal FutureCallback Watcher { get; }

    /// <summary>Says that the task is ready, with what its starter waits for.</summary>
    /// <exception cref="InvalidStateException">It was said before.</exception>
    public void Started(T value)
    {
        if (!Ready.TrySetResult(value) && !Ready.Cancelled)
        {
            throw new InvalidStateException("Started() was called before.");
        }
    }

    private sealed class EndedUnready(TaskStatus<T> status) : FutureCallback
    {
        public override void Ended(Future future)
        {
            if (!status.Ready.Done)
            {
                status.Ready.SetException(
                    new InvalidOperationException($"{future.Describe()} ended without calling Started().", Cause(future)));
            }
        }

        private static Exception? Cause(Future future) => future.State == FutureState.Failed ? future.Exception : null;
    }
}
