using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>A flag that tasks can wait for (<c>asyncio.Event</c>). It is not set at first.</summary>
public sealed class LoopEvent : LoopPrimitive
{
    private readonly WaiterQueue _waiters;

    /// <summary>Makes an event that is not set.</summary>
    public LoopEvent() => _waiters = new WaiterQueue(this);

    /// <summary>Whether the flag is set (<c>Event.is_set</c>).</summary>
    public bool IsSet { get; private set; }

    private protected override string Kind => "event";

    private protected override string StateInWords => (IsSet ? "set" : "unset") + CountOf(_waiters);

    /// <summary>
    /// Waits until the flag is set (<c>Event.wait</c>); goes on at once when it is. A task that was woken goes on even if the flag
    /// has been cleared before its turn came.
    /// </summary>
    public Coroutine Wait() => EventFrame.Start(this);

    /// <summary>Sets the flag and wakes everybody who waits for it, in the order in which they came (<c>Event.set</c>).</summary>
    public void Set()
    {
        IsSet = true;
        _waiters.WakeAll();
    }

    /// <summary>Takes the flag back: who waits from now on waits for the next <see cref="Set"/> (<c>Event.clear</c>).</summary>
    public void Clear() => IsSet = false;

    internal override string DescribeWait(WaiterQueue queue) => InWords();

    private sealed class EventFrame : WaitFrame<bool>
    {
        private static readonly int s_kind = FrameKinds.Next();

        private LoopEvent? _event;

        public override string CoroutineName => nameof(Wait);

        internal override int FrameKind => s_kind;

        private protected override WaiterQueue Queue => _event!._waiters;

        public static Coroutine Start(LoopEvent wanted)
        {
            LoopThread thread = LoopThread.Current;
            EventFrame frame = Unsafe.As<EventFrame>(thread.Lend(s_kind) ?? LendAnother<EventFrame>(thread, s_kind));
            frame._event = wanted;
            return new Coroutine(frame);
        }

        private protected override bool TryTake(out bool result) => result = _event!.IsSet;

        private protected override bool TryTakeWoken(Waiter waiter, out bool result) => result = true;

        private protected override void GiveUp(Waiter waiter)
        {
        }

        private protected override void DropBody() => _event = null;
    }
}
