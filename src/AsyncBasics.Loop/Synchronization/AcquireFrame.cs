using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>The coroutine that acquires a lock or a semaphore.</summary>
internal sealed class AcquireFrame : WaitFrame<LoopGuard>
{
    private static readonly int s_kind = FrameKinds.Next();

    private IAcquirable? _wanted;

    public override string CoroutineName => nameof(LoopLock.Acquire);

    internal override int FrameKind => s_kind;

    private protected override WaiterQueue Queue => _wanted!.Waiters;

    public static Coroutine<LoopGuard> Start(IAcquirable wanted)
    {
        LoopThread thread = LoopThread.Current;
        AcquireFrame frame = Unsafe.As<AcquireFrame>(thread.Lend(s_kind) ?? LendAnother<AcquireFrame>(thread, s_kind));
        frame._wanted = wanted;
        return new Coroutine<LoopGuard>(frame);
    }

    private protected override bool TryTake(out LoopGuard result)
    {
        IAcquirable wanted = _wanted!;
        result = new LoopGuard(wanted);
        return wanted.TryTake();
    }

    private protected override bool TryTakeWoken(Waiter waiter, out LoopGuard result)
    {
        IAcquirable wanted = _wanted!;
        result = new LoopGuard(wanted);
        wanted.TakeWoken();
        return true;
    }

    private protected override void GiveUp(Waiter waiter) => _wanted!.GiveUp(waiter);

    private protected override void DropBody() => _wanted = null;
}
