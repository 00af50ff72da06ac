using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>The frame of one call of a coroutine method without a result.</summary>
internal sealed class CoroutineFrame<TStateMachine> : LoopTask
    where TStateMachine : IAsyncStateMachine
{
    private static readonly int s_kind = FrameKinds.Next();

    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    public static CoroutineFrame<TStateMachine> Rent(LoopThread thread) =>
        Unsafe.As<CoroutineFrame<TStateMachine>>(thread.PoolOf(s_kind).Rent()) ?? Make(thread);

    private static CoroutineFrame<TStateMachine> Make(LoopThread thread)
    {
        var frame = new CoroutineFrame<TStateMachine>();
        frame.MadeOn(thread);
        return frame;
    }

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override bool HasHandlers => Handlers<TStateMachine>.IsIn(_body!);

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    private protected override void Recycle(LoopThread thread, bool isOneOfMany)
    {
        _body = default;
        thread.PoolOf(s_kind).Return(this, isOneOfMany);
    }

    internal override object? CopyBody() => _body;
}

/// <summary>The frame of one call of a coroutine method with a result.</summary>
internal sealed class CoroutineFrame<TStateMachine, T> : LoopTask<T>
    where TStateMachine : IAsyncStateMachine
{
    private static readonly int s_kind = FrameKinds.Next();

    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    public static CoroutineFrame<TStateMachine, T> Rent(LoopThread thread) =>
        Unsafe.As<CoroutineFrame<TStateMachine, T>>(thread.PoolOf(s_kind).Rent()) ?? Make(thread);

    private static CoroutineFrame<TStateMachine, T> Make(LoopThread thread)
    {
        var frame = new CoroutineFrame<TStateMachine, T>();
        frame.MadeOn(thread);
        return frame;
    }

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override bool HasHandlers => Handlers<TStateMachine>.IsIn(_body!);

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    private protected override void Recycle(LoopThread thread, bool isOneOfMany)
    {
        _body = default;
        thread.PoolOf(s_kind).Return(this, isOneOfMany);
    }

    internal override object? CopyBody() => _body;
}
