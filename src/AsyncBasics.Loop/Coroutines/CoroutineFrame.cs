using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>The frame of one call of a coroutine method without a result.</summary>
internal sealed class CoroutineFrame<TStateMachine> : LoopTask
    where TStateMachine : IAsyncStateMachine
{
    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    /// <summary>The frame of a coroutine that is being made.</summary>
    public static CoroutineFrame<TStateMachine> Lend(LoopThread thread) =>
        Unsafe.As<CoroutineFrame<TStateMachine>>(thread.Lend(CompiledKind<TStateMachine>.Number) ?? LendAnother(thread));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LoopTask LendAnother(LoopThread thread)
    {
        int kind = CompiledKind<TStateMachine>.Number;
        return thread.LendAnother(kind) ?? thread.LendMade(new CoroutineFrame<TStateMachine>(), kind);
    }

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override bool HasHandlers => Handlers<TStateMachine>.IsIn(_body!);

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    internal override int FrameKind => CompiledKind<TStateMachine>.Number;

    private protected override bool Recycle(LoopThread thread)
    {
        _body = default;
        return thread.TakeBack(this, CompiledKind<TStateMachine>.Number);
    }

    internal override object? CopyBody() => _body;
}

/// <summary>The frame of one call of a coroutine method with a result.</summary>
internal sealed class CoroutineFrame<TStateMachine, T> : LoopTask<T>
    where TStateMachine : IAsyncStateMachine
{
    private TStateMachine? _body;

    public override string CoroutineName => CoroutineNames.Of(typeof(TStateMachine));

    /// <summary>The frame of a coroutine that is being made.</summary>
    public static CoroutineFrame<TStateMachine, T> Lend(LoopThread thread) =>
        Unsafe.As<CoroutineFrame<TStateMachine, T>>(thread.Lend(CompiledKind<TStateMachine>.Number) ?? LendAnother(thread));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LoopTask LendAnother(LoopThread thread)
    {
        int kind = CompiledKind<TStateMachine>.Number;
        return thread.LendAnother(kind) ?? thread.LendMade(new CoroutineFrame<TStateMachine, T>(), kind);
    }

    public void SetBody(ref TStateMachine body) => _body = body;

    private protected override bool HasHandlers => Handlers<TStateMachine>.IsIn(_body!);

    private protected override void MoveNext() => _body!.MoveNext();

    private protected override void DropBody() => _body = default;

    internal override int FrameKind => CompiledKind<TStateMachine>.Number;

    private protected override bool Recycle(LoopThread thread)
    {
        _body = default;
        return thread.TakeBack(this, CompiledKind<TStateMachine>.Number);
    }

    internal override object? CopyBody() => _body;
}
