using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>The frame of one call of a coroutine method without a result.</summary>
internal sealed class CoroutineFrame<TStateMachine> : LoopTask
    where TStateMachine : IAsyncStateMachine
{
    [ThreadStatic]
    private static FramePool<CoroutineFrame<TStateMachine>> s_pool;

    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    public static CoroutineFrame<TStateMachine> Rent() => s_pool.Rent() ?? new();

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    private protected override void ReturnToPool() => s_pool.Return(this);

    internal override object? CopyBody() => _body;
}

/// <summary>The frame of one call of a coroutine method with a result.</summary>
internal sealed class CoroutineFrame<TStateMachine, T> : LoopTask<T>
    where TStateMachine : IAsyncStateMachine
{
    [ThreadStatic]
    private static FramePool<CoroutineFrame<TStateMachine, T>> s_pool;

    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    public static CoroutineFrame<TStateMachine, T> Rent() => s_pool.Rent() ?? new();

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    private protected override void ReturnToPool() => s_pool.Return(this);

    internal override object? CopyBody() => _body;
}
