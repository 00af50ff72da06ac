namespace AsyncBasics;

/// <content>Timeouts that end with an error.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Runs <paramref name="body"/> and cancels it when the time is up (<c>asyncio.timeout</c>; the body is a lambda because only so its
    /// exception can be seen). The body gets the scope, whose deadline it may move.
    /// </summary>
    /// <param name="seconds">How long at most; <see langword="null"/> for no limit.</param>
    /// <param name="body">What to run, in the same task.</param>
    /// <exception cref="TimeoutException">The time was up before the body's end.</exception>
    /// <exception cref="InvalidOperationException">No task runs here.</exception>
    public static Coroutine<T> Timeout<T>(double? seconds, Func<CancelScope, Coroutine<T>> body) =>
        RunTimeout(Deadline.After(seconds), body);

    /// <inheritdoc cref="Timeout{T}(double?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine<T> Timeout<T>(double? seconds, Func<Coroutine<T>> body) => RunTimeout(Deadline.After(seconds), body);

    /// <inheritdoc cref="Timeout{T}(double?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine Timeout(double? seconds, Func<CancelScope, Coroutine> body) => RunTimeout(Deadline.After(seconds), body);

    /// <inheritdoc cref="Timeout{T}(double?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine Timeout(double? seconds, Func<Coroutine> body) => RunTimeout(Deadline.After(seconds), body);

    /// <summary>As <c>Timeout</c>, with the moment on the loop's clock (<c>asyncio.timeout_at</c>).</summary>
    /// <inheritdoc cref="Timeout{T}(double?, Func{CancelScope, Coroutine{T}})"/>
    /// <param name="when">The moment on the loop's clock; <see langword="null"/> for no limit.</param>
    /// <param name="body">What to run, in the same task.</param>
    public static Coroutine<T> TimeoutAt<T>(TimeSpan? when, Func<CancelScope, Coroutine<T>> body) => RunTimeout(Deadline.At(when), body);

    /// <inheritdoc cref="TimeoutAt{T}(TimeSpan?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine<T> TimeoutAt<T>(TimeSpan? when, Func<Coroutine<T>> body) => RunTimeout(Deadline.At(when), body);

    /// <inheritdoc cref="TimeoutAt{T}(TimeSpan?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine TimeoutAt(TimeSpan? when, Func<CancelScope, Coroutine> body) => RunTimeout(Deadline.At(when), body);

    /// <inheritdoc cref="TimeoutAt{T}(TimeSpan?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine TimeoutAt(TimeSpan? when, Func<Coroutine> body) => RunTimeout(Deadline.At(when), body);

    /// <summary>trio's word for <c>Timeout</c>: an error when the time is up.</summary>
    /// <inheritdoc cref="Timeout{T}(double?, Func{CancelScope, Coroutine{T}})"/>
    public static Coroutine<T> FailAfter<T>(double seconds, Func<Coroutine<T>> body) => Timeout(seconds, body);

    /// <inheritdoc cref="FailAfter{T}(double, Func{Coroutine{T}})"/>
    public static Coroutine FailAfter(double seconds, Func<Coroutine> body) => Timeout(seconds, body);

    private static Coroutine<T> RunTimeout<T>(Deadline deadline, Func<CancelScope, Coroutine<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunTimeout<T, ScopeBody<Coroutine<T>>>(deadline, new(body));
    }

    private static Coroutine<T> RunTimeout<T>(Deadline deadline, Func<Coroutine<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunTimeout<T, PlainBody<Coroutine<T>>>(deadline, new(body));
    }

    private static Coroutine RunTimeout(Deadline deadline, Func<CancelScope, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunTimeout(deadline, new ScopeBody<Coroutine>(body));
    }

    private static Coroutine RunTimeout(Deadline deadline, Func<Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return RunTimeout(deadline, new PlainBody<Coroutine>(body));
    }

    private static async Coroutine<T> RunTimeout<T, TBody>(Deadline deadline, TBody body)
        where TBody : struct, ITimedBody<Coroutine<T>>
    {
        var scope = new CancelScope { Deadline = deadline.Moment() };
        scope.Enter();
        T result;
        try
        {
            result = await body.Begin(scope);
        }
        catch (Exception exception)
        {
            if (scope.Leave(exception))
            {
                throw TimedOut(scope, exception);
            }

            throw;
        }

        scope.Leave(thrown: null);
        return result;
    }

    private static async Coroutine RunTimeout<TBody>(Deadline deadline, TBody body)
        where TBody : struct, ITimedBody<Coroutine>
    {
        var scope = new CancelScope { Deadline = deadline.Moment() };
        if (!await scope.Run(body))
        {
            throw TimedOut(scope, new CancelledException(scope.Reason));
        }
    }

    private static TimeoutException TimedOut(CancelScope scope, Exception cancellation) => new(
        scope.Reason is { Kind: CancelKind.Deadline }
            ? "The time was up before the operation had ended."
            : $"The operation was cut off: {scope.Reason}",
        cancellation);
}
