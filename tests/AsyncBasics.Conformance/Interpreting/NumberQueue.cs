namespace AsyncBasics.Conformance.Interpreting;

/// <summary>A queue of numbers: first in first out, last in first out, or the lowest first.</summary>
internal abstract class NumberQueue
{
    internal abstract int Count { get; }

    internal abstract bool Empty { get; }

    internal abstract bool Full { get; }

    internal static NumberQueue Of(LoopQueue<int> queue) => new Plain(queue);

    internal static NumberQueue Of(LoopPriorityQueue<int, int> queue) => new LowestFirst(queue);

    internal abstract Coroutine Put(int value);

    internal abstract void PutNow(int value);

    internal abstract Coroutine<int> Get();

    internal abstract int GetNow();

    internal abstract void TaskDone();

    internal abstract Coroutine Join();

    internal abstract void Shutdown(bool immediate);

    private sealed class Plain(LoopQueue<int> queue) : NumberQueue
    {
        internal override int Count => queue.Count;

        internal override bool Empty => queue.Empty;

        internal override bool Full => queue.Full;

        internal override Coroutine Put(int value) => queue.Put(value);

        internal override void PutNow(int value) => queue.PutNowait(value);

        internal override Coroutine<int> Get() => queue.Get();

        internal override int GetNow() => queue.GetNowait();

        internal override void TaskDone() => queue.TaskDone();

        internal override Coroutine Join() => queue.Join();

        internal override void Shutdown(bool immediate) => queue.Shutdown(immediate);
    }

    private sealed class LowestFirst(LoopPriorityQueue<int, int> queue) : NumberQueue
    {
        internal override int Count => queue.Count;

        internal override bool Empty => queue.Empty;

        internal override bool Full => queue.Full;

        internal override Coroutine Put(int value) => queue.Put(value, value);

        internal override void PutNow(int value) => queue.PutNowait(value, value);

        internal override async Coroutine<int> Get() => (await queue.Get()).Item;

        internal override int GetNow() => queue.GetNowait().Item;

        internal override void TaskDone() => queue.TaskDone();

        internal override Coroutine Join() => queue.Join();

        internal override void Shutdown(bool immediate) => queue.Shutdown(immediate);
    }
}
