using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What <c>await</c> uses on a <see cref="Future"/>.</summary>
public readonly struct FutureAwaiter : ICriticalNotifyCompletion, IFutureAwaiter
{
    // The builder reads this field through a reinterpreted FutureAwaiter, whatever the awaiter's T:
    // it must stay the only one.
    internal readonly Future Future;

    internal FutureAwaiter(Future future) => Future = future;

    /// <summary>Whether the await can go on without waiting.</summary>
    public bool IsCompleted => Future.Done;

    /// <summary>Returns when the future succeeded; throws what it ended with otherwise.</summary>
    public void GetResult()
    {
        LoopThread.ThrowInjected();
        Future.ThrowUnlessSucceeded();
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => NativeContinuation.Register(Future, continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) =>
        NativeContinuation.Register(Future, continuation, flowContext: false);
}

/// <summary>What <c>await</c> uses on a <see cref="Future{T}"/> or a <see cref="LoopTask{T}"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public readonly struct FutureAwaiter<T> : ICriticalNotifyCompletion, IFutureAwaiter
{
    internal readonly Future Future;

    internal FutureAwaiter(Future future) => Future = future;

    /// <inheritdoc cref="FutureAwaiter.IsCompleted"/>
    public bool IsCompleted => Future.Done;

    /// <summary>The result; throws what the future ended with when that was no result.</summary>
    public T GetResult()
    {
        LoopThread.ThrowInjected();
        Future.ThrowUnlessSucceeded();
        return Unsafe.As<IHasResult<T>>(Future).Value;
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => NativeContinuation.Register(Future, continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) =>
        NativeContinuation.Register(Future, continuation, flowContext: false);
}

/// <summary>Marks the awaiters of futures for the coroutine builder.</summary>
internal interface IFutureAwaiter;
