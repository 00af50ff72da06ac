using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What the compiler uses to build an <c>async Coroutine&lt;T&gt;</c> method. Not for direct use.</summary>
/// <typeparam name="T">The type of the method's result.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CoroutineMethodBuilder<T>
{
    private LoopTask<T> _frame;

    /// <inheritdoc cref="CoroutineMethodBuilder.Task"/>
    public readonly Coroutine<T> Task => new(_frame);

    /// <inheritdoc cref="CoroutineMethodBuilder.Create"/>
    public static CoroutineMethodBuilder<T> Create() => default;

    /// <inheritdoc cref="CoroutineMethodBuilder.Start"/>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        LoopThread thread = LoopThread.Current;
        CoroutineFrame<TStateMachine, T> frame = CoroutineFrame<TStateMachine, T>.Lend(thread);
        _frame = frame;
        frame.SetBody(ref stateMachine);
    }

    /// <inheritdoc cref="CoroutineMethodBuilder.SetStateMachine"/>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <inheritdoc cref="CoroutineMethodBuilder.SetResult"/>
    public readonly void SetResult(T result) => _frame.BodyReturned(result);

    /// <inheritdoc cref="CoroutineMethodBuilder.SetException"/>
    public readonly void SetException(Exception exception) => _frame.BodyThrew(exception);

    /// <inheritdoc cref="CoroutineMethodBuilder.AwaitOnCompleted"/>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => Suspension.Await(_frame, ref awaiter);

    /// <inheritdoc cref="CoroutineMethodBuilder.AwaitUnsafeOnCompleted"/>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => Suspension.Await(_frame, ref awaiter);
}
