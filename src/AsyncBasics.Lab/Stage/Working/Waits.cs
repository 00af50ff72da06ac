namespace AsyncBasics.Lab;

/// <summary>What the stand-ins that wait have in common.</summary>
internal static class Waits
{
    /// <summary>A timeout as .NET checks it: no less than the infinite one, and no more than fits in milliseconds.</summary>
    public static void ThrowIfNoTimeout(TimeSpan timeout, string parameter)
    {
        double milliseconds = timeout.TotalMilliseconds;
        if (milliseconds is < -1 or > int.MaxValue)
        {
            throw new ArgumentOutOfRangeException(
                parameter, timeout, "The timeout must represent a value between -1 and Int32.MaxValue, inclusive.");
        }
    }

    /// <summary>A timeout in milliseconds.</summary>
    public static TimeSpan Timeout(int milliseconds, string parameter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(milliseconds, -1, parameter);
        return TimeSpan.FromMilliseconds(milliseconds);
    }

    /// <summary>Blocks until <paramref name="task"/> has ended, however it did.</summary>
    /// <returns>Whether it has; otherwise the time was up.</returns>
    public static bool UntilEnd(Task task, TimeSpan timeout, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (task.IsCompleted)
        {
            return true;
        }

        Stage stage = Stage.Current;
        if (timeout == TimeSpan.Zero)
        {
            stage.Spinning.Asked();
            return task.IsCompleted;
        }

        var call = new BlockedCall(BlockingKind.Task, "a task to end") { Tasks = [task] };
        WhenEnded(stage, task, () => call.Release());
        return Wait(stage, call, timeout, cancellationToken);
    }

    /// <summary>Blocks until all have ended.</summary>
    public static bool UntilAllEnded(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken) =>
        UntilEnded(tasks, tasks.Count(static task => !task.IsCompleted), "tasks to end", timeout, cancellationToken);

    /// <summary>Blocks until one has ended.</summary>
    public static bool UntilAnyEnded(Task[] tasks, TimeSpan timeout, CancellationToken cancellationToken) =>
        UntilEnded(tasks, Array.Exists(tasks, static task => task.IsCompleted) ? 0 : 1, "the first of some tasks to end", timeout, cancellationToken);

    /// <summary>Blocks until an awaiter continues.</summary>
    /// <param name="register">Registers the continuation with the awaiter.</param>
    public static void UntilContinued(Action<Action> register)
    {
        Stage stage = Stage.Current;
        var call = new BlockedCall(BlockingKind.Task, "a task to end");
        OnTheSpot.Register(stage, () => register(() => call.Release()));
        stage.Wait(call, System.Threading.Timeout.InfiniteTimeSpan);
    }

    /// <summary>Blocks until the call is released.</summary>
    /// <exception cref="OperationCanceledException">The token was cancelled first.</exception>
    public static bool Wait(Stage stage, BlockedCall call, TimeSpan timeout, CancellationToken cancellationToken)
    {
        bool isCancelled = false;
        using CancellationTokenRegistration registration = cancellationToken.UnsafeRegister(
            _ => isCancelled = call.Release(), null);
        bool isReleased = stage.Wait(call, timeout);
        if (isCancelled)
        {
            throw new OperationCanceledException(cancellationToken);
        }

        return isReleased;
    }

    /// <summary>Calls back on the spot, whatever context there is, when the task ends.</summary>
    public static void WhenEnded(Stage stage, Task task, Action callback) =>
        OnTheSpot.Register(stage, () => task.GetAwaiter().UnsafeOnCompleted(callback));

    private static bool UntilEnded(Task[] tasks, int count, string what, TimeSpan timeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (count <= 0)
        {
            return true;
        }

        Stage stage = Stage.Current;
        var call = new BlockedCall(BlockingKind.Task, what) { Tasks = tasks };
        foreach (Task task in tasks)
        {
            if (!task.IsCompleted)
            {
                WhenEnded(stage, task, () =>
                {
                    if (--count == 0)
                    {
                        call.Release();
                    }
                });
            }
        }

        return Wait(stage, call, timeout, cancellationToken);
    }

    private sealed class OnTheSpot(Stage stage) : SynchronizationContext
    {
        public static void Register(Stage stage, Action register)
        {
            SynchronizationContext? context = Current;
            SetSynchronizationContext(new OnTheSpot(stage));
            try
            {
                register();
            }
            finally
            {
                SetSynchronizationContext(context);
            }
        }

        public override void Post(SendOrPostCallback d, object? state)
        {
            if (stage.IsHere)
            {
                d(state);
            }
            else
            {
                stage.Loop.TryCallSoonThreadsafe(() => d(state));
            }
        }
    }
}
