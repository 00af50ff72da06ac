namespace AsyncBasics.Lab;

/// <summary>A task that somebody will end, unless its time is up or a token is cancelled first. Nobody goes on inside of the end.</summary>
internal class LimitedSource<T>
{
    private readonly TaskCompletionSource<T> _source = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private CancellationTokenRegistration _registration;
    private ITimer? _timer;

    /// <summary>The task.</summary>
    public Task<T> Task => _source.Task;

    /// <summary>Sets the limits.</summary>
    /// <param name="stage">Whose clock counts.</param>
    /// <param name="timeout">After which the task ends with the default value, as <c>false</c> from <c>WaitAsync</c>.</param>
    /// <param name="whenGivenUp">Is told when the time was up, or the token was cancelled, first.</param>
    /// <param name="cancellationToken">Cancels the task.</param>
    public void Limit(Stage stage, TimeSpan timeout, Action whenGivenUp, CancellationToken cancellationToken)
    {
        if (timeout > TimeSpan.Zero)
        {
            _timer = stage.Timers.Start(timeout, () =>
            {
                whenGivenUp();
                TryEnd(default!);
            });
        }

        if (cancellationToken.CanBeCanceled)
        {
            _registration = cancellationToken.UnsafeRegister(
                (_, token) =>
                {
                    whenGivenUp();
                    _timer?.Dispose();
                    _source.TrySetCanceled(token);
                },
                null);
        }
    }

    /// <summary>Ends the task.</summary>
    /// <returns>Whether it had not ended before.</returns>
    public bool TryEnd(T result)
    {
        if (!_source.TrySetResult(result))
        {
            return false;
        }

        LetGo();
        return true;
    }

    /// <summary>Ends the task with an exception.</summary>
    public bool TryFail(Exception exception)
    {
        if (!_source.TrySetException(exception))
        {
            return false;
        }

        LetGo();
        return true;
    }

    private void LetGo()
    {
        _timer?.Dispose();
        _registration.Unregister();
    }
}
