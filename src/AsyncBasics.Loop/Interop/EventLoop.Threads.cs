namespace AsyncBasics;

/// <content>Work that runs on other threads for the loop.</content>
public sealed partial class EventLoop
{
    private readonly HashSet<Task> _threadWork = [];
    private readonly HashSet<IEndsWithLoop> _endingWithLoop = [];

    /// <summary>What native code has on the thread pool; <see langword="null"/> where the clock can't overtake it.</summary>
    private readonly PoolWork? _poolWork;

    /// <summary>Runs <paramref name="work"/> on the thread pool; the future ends on the loop.</summary>
    internal Future<T> RunOnThread<T>(Func<T> work)
    {
        var future = new Future<T>(this);
        IDisposable hold = Hold();
        Task<T> task = PoolWork.Uncounted(() => Task.Run(work));
        _threadWork.Add(task);
        task.ContinueWith(
            native => Posts.Add(new ThreadWorkEnded<T>(future, hold), native),
            CancellationToken.None,
            TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default);
        return future;
    }

    /// <summary>As <see cref="CallSoonThreadsafe"/>, but a loop that has closed meanwhile is no error.</summary>
    internal void TryCallSoonThreadsafe(Action callback)
    {
        if (!IsClosed)
        {
            Posts.Add(callback, ExecutionContext.Capture());
        }
    }

    /// <summary>Notes who is to be told when the loop closes. Any thread may call it.</summary>
    /// <exception cref="InvalidOperationException">It has closed.</exception>
    internal void EndWithLoop(IEndsWithLoop waiting)
    {
        lock (_endingWithLoop)
        {
            ThrowIfClosed();
            _endingWithLoop.Add(waiting);
        }
    }

    /// <summary>Takes that back.</summary>
    internal void NeedNotEndWithLoop(IEndsWithLoop waiting)
    {
        lock (_endingWithLoop)
        {
            _endingWithLoop.Remove(waiting);
        }
    }

    private void TellThatItHasClosed()
    {
        IEndsWithLoop[] waiting;
        lock (_endingWithLoop)
        {
            IsClosed = true;
            waiting = [.. _endingWithLoop];
            _endingWithLoop.Clear();
        }

        foreach (IEndsWithLoop one in waiting)
        {
            one.LoopHasClosed();
        }
    }

    /// <summary>Lets the loop look again whether there is something to do. Any thread may call it.</summary>
    internal void Wake() => _parker.Unpark();

    /// <summary>Lets the loop's thread sleep for a moment, unless it is woken.</summary>
    internal void Nap(TimeSpan duration) => _parker.Park(duration.Ticks);

    /// <summary>Waits, before the loop closes, for work that is still on its thread (<c>loop.shutdown_default_executor</c>).</summary>
    private void JoinThreadWork()
    {
        foreach (Task work in _threadWork.ToArray())
        {
            ((IAsyncResult)work).AsyncWaitHandle.WaitOne(_realTimeLimit ?? Timeout.InfiniteTimeSpan);
        }
    }

    private sealed class ThreadWorkEnded<T>(Future<T> future, IDisposable hold) : ReadyCallback
    {
        public override void Invoke(object argument)
        {
            hold.Dispose();
            var task = (Task<T>)argument;
            future.Loop._threadWork.Remove(task);
            if (task.Exception is { } error)
            {
                future.TrySetException(error.InnerExceptions[0]);
            }
            else if (task.IsCanceled)
            {
                future.Cancel();
            }
            else
            {
                future.TrySetResult(task.Result);
            }
        }
    }
}
