using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>
/// What a frame waits for. It stands in the field that holds a future's error once that has ended, because a million sleeping tasks feel every
/// eight bytes: what both need it for at once, which is rare, goes among what few tasks have.
/// </content>
public abstract partial class LoopTask
{
    /// <summary>
    /// The innermost frame: the one that waits now and that the next step resumes. While the task runs it means nothing.
    /// </summary>
    private LoopTask Leaf => (_flags & TaskFlags.StandsDeeper) != 0 ? Unsafe.As<LoopTask>(HeldWait!) : this;

    /// <summary>The future that the task waits for.</summary>
    private Future? WaitingOn
    {
        get
        {
            LoopTask leaf = Leaf;
            return leaf.WaitsForFuture ? leaf.HeldWait : null;
        }
    }

    /// <summary>What the next step has to throw, or the reason why it has to throw a cancellation.</summary>
    private object? Due
    {
        get => _held is TaskExtras extras ? extras.Error : HoldsWait ? null : _held;
        set
        {
            if (_held is TaskExtras || !HoldsWait)
            {
                Error = value;
            }
            else if (value is not null)
            {
                Extras.Error = value;
            }
        }
    }

    private bool WaitsForFuture => (_flags & TaskFlags.Waiting) == TaskFlags.WaitsForFuture;

    private bool HoldsWait => (_flags & TaskFlags.StandsDeeper) != 0 || WaitsForFuture;

    /// <summary>
    /// When it <see cref="HoldsWait"/>: of a task that stands deeper than in its own frame the innermost frame, of the innermost frame the future.
    /// </summary>
    private Future? HeldWait
    {
        get => _held is TaskExtras extras ? extras.Wait : Unsafe.As<Future?>(_held);
        set
        {
            if (_held is null)
            {
                _held = value;
            }
            else
            {
                ReplaceWait(value);
            }
        }
    }

    /// <summary>Says which frame has suspended in this step; at the end of the step that is the innermost.</summary>
    internal void NoteLeaf(LoopTask leaf)
    {
        // Mostly it is the same as the last time, and comparing is cheaper than telling the garbage collector of a store.
        if (ReferenceEquals(leaf, this))
        {
            if ((_flags & TaskFlags.StandsDeeper) != 0)
            {
                HeldWait = null;
                _flags &= ~TaskFlags.StandsDeeper;
            }
        }
        else if ((_flags & TaskFlags.StandsDeeper) == 0 || !ReferenceEquals(HeldWait, leaf))
        {
            HeldWait = leaf;
            _flags |= TaskFlags.StandsDeeper;
        }
    }

    /// <summary>Says what this frame waits for, as the innermost.</summary>
    internal void NoteWait(Future future)
    {
        HeldWait = future;
        _flags |= TaskFlags.WaitsForFuture;
    }

    /// <summary>This frame, the innermost, waits for a future no longer.</summary>
    /// <returns>The future; <see langword="null"/> if it has not waited for one.</returns>
    private Future? TakeWait()
    {
        if (!WaitsForFuture)
        {
            return null;
        }

        _flags &= ~TaskFlags.WaitsForFuture;
        object? held = _held;
        if (held is TaskExtras extras)
        {
            held = extras.Wait;
            extras.Wait = null;
        }
        else
        {
            _held = null;
        }

        return Unsafe.As<Future?>(held);
    }

    private void ReplaceWait(Future? wait)
    {
        if (_held is TaskExtras || !HoldsWait)
        {
            Extras.Wait = wait;
        }
        else
        {
            _held = wait;
        }
    }
}
