namespace AsyncBasics;

/// <summary>
/// What runs under a timeout. A structure for each form in which it is given: what is generic over it needs no closure for each call.
/// </summary>
/// <typeparam name="TCoroutine">The coroutine that it is.</typeparam>
internal interface ITimedBody<out TCoroutine>
{
    /// <summary>Makes the coroutine, inside the scope.</summary>
    TCoroutine Begin(CancelScope scope);
}

/// <summary>A coroutine that was made before.</summary>
internal readonly struct MadeBody<TCoroutine>(TCoroutine coroutine) : ITimedBody<TCoroutine>
{
    public TCoroutine Begin(CancelScope scope) => coroutine;
}

/// <summary>A lambda.</summary>
internal readonly struct PlainBody<TCoroutine>(Func<TCoroutine> body) : ITimedBody<TCoroutine>
{
    public TCoroutine Begin(CancelScope scope) => body();
}

/// <summary>A lambda that is given the scope.</summary>
internal readonly struct ScopeBody<TCoroutine>(Func<CancelScope, TCoroutine> body) : ITimedBody<TCoroutine>
{
    public TCoroutine Begin(CancelScope scope) => body(scope);
}
