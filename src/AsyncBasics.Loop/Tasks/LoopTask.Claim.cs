using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>Claiming: a coroutine exists once, and who takes it first runs it, in place or as a task, on this thread or another.</content>
public abstract partial class LoopTask
{
    /// <summary>Claims the right to run the coroutine in place, which exists once.</summary>
    /// <exception cref="InvalidOperationException">It has been claimed before.</exception>
    internal void Consume(int version)
    {
        LoopThread taker = LoopThread.Current;
        if (IsNewestOf(taker, version))
        {
            _flags = TaskFlags.Consumed;
            taker.Unstarted.TakeNewest();
        }
        else
        {
            ConsumeOlder(version, taker);
        }
    }

    /// <summary>Claims the right to make a task of the coroutine. Its frame does not come back to its pool, unless the task is hidden.</summary>
    /// <inheritdoc cref="Consume" path="/exception"/>
    internal void ConsumeForTask(int version)
    {
        LoopThread taker = LoopThread.Current;
        if (IsNewestOf(taker, version))
        {
            _flags = TaskFlags.Consumed;
            taker.Unstarted.TakeNewestForTask(comesBack: IsHidden);
        }
        else
        {
            ConsumeOlder(version, taker);
        }
    }

    private bool IsNewestOf(LoopThread thread, int version) =>
        _flags == TaskFlags.Newest && version == Version && ReferenceEquals(_owner, thread);

    private void ConsumeOlder(int version, LoopThread taker)
    {
        if (version != Version || IsConsumed)
        {
            ThrowReused(version);
        }

        LoopThread maker = Unsafe.As<LoopThread>(_owner!);
        if (ReferenceEquals(maker, taker))
        {
            _flags = TaskFlags.Consumed;
            taker.Unstarted.Remove(this);
        }
        else
        {
            // The frame may have been made here, have gone there in another coroutine, and be the one that is still noted here.
            taker.Unstarted.EndStep();
            maker.Unstarted.GiveTo(taker, this);
        }
    }

    /// <summary>It has just been made.</summary>
    internal void BecomeNewest() => _flags = TaskFlags.Newest;

    /// <summary>It stands in the list of those that nobody has taken.</summary>
    internal void BecomeFiled() => _flags = TaskFlags.None;

    /// <summary>Another thread than the one that made the coroutine runs it, and takes the place of the maker.</summary>
    internal void TakenBy(LoopThread taker)
    {
        _flags = TaskFlags.Consumed;
        _owner = taker;
    }

    /// <summary>Whether the coroutine was made on <paramref name="maker"/> and nobody has taken it.</summary>
    internal bool IsUnstartedOn(LoopThread maker) => ReferenceEquals(_owner, maker) && !IsConsumed;

    /// <summary>Gives a coroutine up that will not run, so that it is not reported as forgotten (<c>coroutine.close</c>).</summary>
    internal void Discard()
    {
        if (!IsConsumed)
        {
            ConsumeForTask(Version);
        }
    }

    private void ThrowReused(int version)
    {
        bool running = version == Version && _state == FutureState.Pending;
        throw new InvalidOperationException(running
            ? $"coroutine is being awaited already: '{CoroutineName}' can be awaited once; to await it in several places make a task of it with CreateTask."
            : "cannot reuse already awaited coroutine: a coroutine can be awaited once; call the method again for a new one, or make a task of it with CreateTask.");
    }
}
