using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>The coroutines of <see cref="Put"/> and <see cref="Get"/>.</content>
public partial class LoopQueue<T>
{
    private sealed class PutFrame : WaitFrame<bool>
    {
        private static readonly int s_kind = FrameKinds.Next();

        private LoopQueue<T>? _queue;
        private T? _item;

        public override string CoroutineName => nameof(Put);

        internal override int FrameKind => s_kind;

        private protected override WaiterQueue Queue => _queue!._putters;

        public static Coroutine Start(LoopQueue<T> queue, T item)
        {
            LoopThread thread = LoopThread.Current;
            PutFrame frame = Unsafe.As<PutFrame>(thread.Lend(s_kind) ?? LendAnother<PutFrame>(thread, s_kind));
            frame._queue = queue;
            frame._item = item;
            return new Coroutine(frame);
        }

        private protected override bool TryTake(out bool result)
        {
            _queue!.ThrowIfShutDown();
            result = !_queue.Full;
            if (result)
            {
                _queue.Add(_item!);
            }

            return result;
        }

        private protected override void GiveUp(Waiter waiter)
        {
            if (waiter.WasWoken && !_queue!.Full)
            {
                _queue._putters.WakeFirst();
            }
        }

        private protected override void DropBody()
        {
            _queue = null;
            _item = default;
        }
    }

    private sealed class GetFrame : WaitFrame<T>
    {
        private static readonly int s_kind = FrameKinds.Next();

        private LoopQueue<T>? _queue;

        public override string CoroutineName => nameof(Get);

        internal override int FrameKind => s_kind;

        private protected override WaiterQueue Queue => _queue!._getters;

        public static Coroutine<T> Start(LoopQueue<T> queue)
        {
            LoopThread thread = LoopThread.Current;
            GetFrame frame = Unsafe.As<GetFrame>(thread.Lend(s_kind) ?? LendAnother<GetFrame>(thread, s_kind));
            frame._queue = queue;
            return new Coroutine<T>(frame);
        }

        private protected override bool TryTake(out T result)
        {
            if (!_queue!.Empty)
            {
                result = _queue.Remove();
                return true;
            }

            _queue.ThrowIfShutDown();
            result = default!;
            return false;
        }

        private protected override void GiveUp(Waiter waiter)
        {
            if (waiter.WasWoken && !_queue!.Empty)
            {
                _queue._getters.WakeFirst();
            }
        }

        private protected override void DropBody() => _queue = null;
    }
}
