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
    public static void WhenEnded(Stage stage, Task task, Action callback)
    {
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(new OnTheSpot(stage));
        try
        {
            task.GetAwaiter().UnsafeOnCompleted(callback);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    private sealed class OnTheSpot(Stage stage) : SynchronizationContext
    {
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
