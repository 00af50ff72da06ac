using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>What the compiler uses to build an <c>async Coroutine</c> method. Not for direct use.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public struct CoroutineMethodBuilder
{
    private LoopTask _frame;

    /// <summary>The coroutine that the method returns.</summary>
    public readonly Coroutine Task => new(_frame);

    /// <summary>Makes the builder.</summary>
    public static CoroutineMethodBuilder Create() => default;

    /// <summary>Puts the method's state aside without running it: a coroutine is cold.</summary>
    public void Start<TStateMachine>(ref TStateMachine stateMachine)
        where TStateMachine : IAsyncStateMachine
    {
        LoopThread thread = LoopThread.Current;
        CoroutineFrame<TStateMachine> frame = CoroutineFrame<TStateMachine>.Lend(thread);

        // The builder lives inside the state machine: it has to know the frame before the machine is copied.
        _frame = frame;
        frame.SetBody(ref stateMachine);
    }

    /// <summary>Unused: the state machine moves only once, in <see cref="Start"/>.</summary>
    public readonly void SetStateMachine(IAsyncStateMachine stateMachine)
    {
    }

    /// <summary>The method returned.</summary>
    public readonly void SetResult() => _frame.BodyReturned();

    /// <summary>The method threw.</summary>
    public readonly void SetException(Exception exception) => _frame.BodyThrew(exception);

    /// <summary>The method waits.</summary>
    public readonly void AwaitOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : INotifyCompletion
        where TStateMachine : IAsyncStateMachine => Suspension.Await(_frame, ref awaiter);

    /// <summary>The method waits.</summary>
    public readonly void AwaitUnsafeOnCompleted<TAwaiter, TStateMachine>(ref TAwaiter awaiter, ref TStateMachine stateMachine)
        where TAwaiter : ICriticalNotifyCompletion
        where TStateMachine : IAsyncStateMachine => Suspension.Await(_frame, ref awaiter);
}
