using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What <c>await</c> uses on a <see cref="Coroutine"/>.</summary>
public readonly struct CoroutineAwaiter : ICriticalNotifyCompletion, ICoroutineAwaiter
{
    // The builder reads this field through a reinterpreted CoroutineAwaiter, whatever the awaiter's T:
    // it must stay the only one.
    internal readonly LoopTask Frame;

    internal CoroutineAwaiter(LoopTask frame) => Frame = frame;

    /// <summary>Starts the coroutine in place; whether it has ended without waiting for anything.</summary>
    public bool IsCompleted => Frame.StartInPlace();

    /// <summary>Returns when the coroutine returned; throws what it threw.</summary>
    public void GetResult()
    {
        if (Frame is SleepFrame)
        {
            LoopThread.ThrowInjected();
        }
        else
        {
            Frame.TakeResult();
        }
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => Register(continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => Register(continuation, flowContext: false);

    private void Register(Action continuation, bool flowContext)
    {
        if (Frame is SleepFrame sleep)
        {
            NativeContinuation.Register(sleep.StartTask(), continuation, flowContext, injectsCancellation: true);
        }
        else
        {
            NativeContinuation.Register(Frame.Adopt(), continuation, flowContext);
        }
    }
}

/// <summary>What <c>await</c> uses on a <see cref="Coroutine{T}"/>.</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public readonly struct CoroutineAwaiter<T> : ICriticalNotifyCompletion, ICoroutineAwaiter
{
    internal readonly LoopTask<T> Frame;

    internal CoroutineAwaiter(LoopTask<T> frame) => Frame = frame;

    /// <inheritdoc cref="CoroutineAwaiter.IsCompleted"/>
    public bool IsCompleted => Frame.StartInPlace();

    /// <summary>The coroutine's result; throws what it threw.</summary>
    public T GetResult() => Frame.TakeResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => NativeContinuation.Register(Frame.Adopt(), continuation, flowContext: true);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) =>
        NativeContinuation.Register(Frame.Adopt(), continuation, flowContext: false);
}

/// <summary>Marks the awaiters of coroutines for the coroutine builder.</summary>
internal interface ICoroutineAwaiter;
