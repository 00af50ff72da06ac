namespace AsyncBasics;

/// <content>Timeouts that end without an error.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Runs <paramref name="body"/> and cuts it off when the time is up, which is no error (trio's <c>move_on_after</c>).
    /// </summary>
    /// <param name="seconds">How long at most.</param>
    /// <param name="body">What to run, in the same task.</param>
    /// <returns>Whether the body came to its end.</returns>
    public static Coroutine<bool> MoveOnAfter(double seconds, Func<Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return MoveOn(Deadline.After(seconds), _ => body());
    }

    /// <inheritdoc cref="MoveOnAfter(double, Func{Coroutine})"/>
    /// <param name="seconds">How long at most.</param>
    /// <param name="body">What to run, in the same task; it gets the scope, whose deadline it may move.</param>
    public static Coroutine<bool> MoveOnAfter(double seconds, Func<CancelScope, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return MoveOn(Deadline.After(seconds), body);
    }

    private static async Coroutine<bool> MoveOn(Deadline deadline, Func<CancelScope, Coroutine> body)
    {
        var scope = new CancelScope { Deadline = deadline.Moment() };
        return await scope.Run(new ScopeBody<Coroutine>(body));
    }
}
