using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace AsyncBasics;

/// <content>The frame: one call of a coroutine method, awaited in place or run as a task.</content>
public abstract partial class LoopTask
{
    /// <summary>
    /// How many coroutines may run inside each other on the machine's stack before the next one is left to the trampoline
    /// in <see cref="Step"/>, which runs it on a flat stack.
    /// </summary>
    private const int Room = 64;

    private TaskFlags _flags;
    private byte _unstarted;

    /// <summary>Goes up each time the frame returns to its pool, so that an old <see cref="Coroutine"/> is recognised.</summary>
    internal int Version { get; private set; }

    /// <summary>Where the task stands in <see cref="TaskRegistry"/>, or the fresh frame in <see cref="UnstartedCoroutines"/>.</summary>
    internal int Slot { get; set; } = TaskRegistry.NoSlot;

    /// <summary>How many coroutines its steps have made that nobody has awaited yet.</summary>
    internal int UnstartedCount
    {
        get => _unstarted < byte.MaxValue ? _unstarted : Extras.ManyUnstarted;
        set
        {
            _unstarted = (byte)Math.Min(value, byte.MaxValue);
            if (value >= byte.MaxValue)
            {
                Extras.ManyUnstarted = value;
            }
        }
    }

    /// <summary>Whether somebody has taken the coroutine to run it.</summary>
    internal bool IsConsumed => (_flags & TaskFlags.Consumed) != 0;

    /// <summary>The frame that awaits this one in place, once this one has suspended.</summary>
    private LoopTask? Parent => Unsafe.As<LoopTask?>(_owner);

    /// <summary>
    /// The frame that awaits this one, which has ended. It must not live on with this one in the pool: the owner is the thread again.
    /// </summary>
    private LoopTask LeaveParent(LoopThread thread)
    {
        LoopTask parent = Parent!;
        _owner = thread;
        return parent;
    }

    /// <summary>Whether the body might catch an exception where it waits, or do something when one passes.</summary>
    private protected virtual bool HasHandlers => true;

    /// <summary>What a body without handlers still has to do when a cancellation ends its wait, and it will not run again.</summary>
    private protected virtual void PassUnseen()
    {
    }

    /// <summary>Runs the body up to its next suspension or its end. Nothing is thrown out of it.</summary>
    private protected abstract void MoveNext();

    /// <summary>Lets go of what the body kept alive.</summary>
    private protected abstract void DropBody();

    private protected virtual void DropResult()
    {
    }

    /// <summary>Lets go of what the body kept alive, and puts the frame where the next call of the same method finds it.</summary>
    /// <returns>Whether there was room for it.</returns>
    private protected abstract bool Recycle(LoopThread thread);

    /// <summary>Which of a thread's pools the frame belongs to: see <see cref="FrameKinds"/>.</summary>
    internal abstract int FrameKind { get; }

    /// <summary>
    /// Until a coroutine suspends, its owner is the thread that made it, or that has taken it: what follows in a nested await needs the
    /// thread again and again, and looking it up costs.
    /// </summary>
    internal void MadeOn(LoopThread thread)
    {
        // A frame from the pool often has it still, and comparing is cheaper than telling the garbage collector of a store.
        if (!ReferenceEquals(_owner, thread))
        {
            _owner = thread;
        }
    }

    /// <summary>A copy of the body's variables, for an observer.</summary>
    internal abstract object? CopyBody();

    /// <summary>What the body threw, for an observer: looking here does not mark the exception as retrieved.</summary>
    internal Exception? BodyError =>
        State == FutureState.Failed ? (Error as ExceptionDispatchInfo)?.SourceException : null;

    /// <summary>Returns a consumed frame to its pool whose body will not run: there is nothing to start.</summary>
    private protected void ReturnUnused(LoopThread thread)
    {
        _flags = TaskFlags.None;
        ReturnToPool(thread);
    }

    /// <summary>Returns the frame to its pool, for the next coroutine of its kind.</summary>
    /// <returns>Whether that is done; it is not when there is no room.</returns>
    private bool ReturnToPool(LoopThread thread)
    {
        if (++Version != 0)
        {
            return Recycle(thread);
        }

        GoOutOfUse(thread);
        return true;
    }

    /// <summary>All numbers are used up: before an old coroutine could be taken for a new one, the frame goes out of use.</summary>
    private void GoOutOfUse(LoopThread thread)
    {
        if (ReferenceEquals(this, thread.SpareSleep))
        {
            SleepFrame.Replace(thread);
        }
    }

    /// <summary>
    /// Called by the awaiter. Starts the body right here, inside the awaiting body, when a task's step is running and the
    /// stack is not deep yet: a call that ends without suspending then costs little more than a plain call.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool StartInPlace()
    {
        if (_flags != TaskFlags.Consumed || IsTask)
        {
            return _state != FutureState.Pending;
        }

        LoopThread thread = Unsafe.As<LoopThread>(_owner!);
        int room = thread.Room;
        if (room == 0)
        {
            // An ordinary async method awaits: better an error in it now than one that nobody can catch when it registers.
            _ = thread.Loop ?? EventLoop.Running;
            return false;
        }

        long scopesEntered = thread.ScopesEntered;
        thread.Room = room - 1;
        _flags = TaskFlags.Consumed | TaskFlags.Started;
        Begin(thread);
        thread.Room = room;
        if (_state != FutureState.Pending)
        {
            return true;
        }

        thread.ScopesEnteredBefore = scopesEntered;
        return false;
    }

    private void StartOnTrampoline(LoopThread thread)
    {
        _flags = (_flags & ~TaskFlags.LeftToTrampoline) | TaskFlags.Started;
        Begin(thread);
    }

    private void Begin(LoopThread thread)
    {
        thread.Observer?.CallBegins(thread.Task!, new CoroutineCall(this));
        MoveNext();
    }

    /// <summary>
    /// Called by the builder of <paramref name="parent"/> when this has not ended in place: the parent goes on when this ends.
    /// </summary>
    internal void SuspendParent(LoopTask parent)
    {
        _owner = parent;
        if ((_flags & TaskFlags.Started) == 0)
        {
            _flags |= TaskFlags.LeftToTrampoline;
            LoopThread.Current.Next = this;
        }
    }

    /// <summary>The builder's word that the body returned.</summary>
    internal void BodyReturned()
    {
        _state = FutureState.Succeeded;
        if (LoopObserver.IsAnyAttached)
        {
            ReportCallEnd();
        }
    }

    private void EndUnstarted(Exception exception)
    {
        NoteLeaf(this);
        Error = ExceptionDispatchInfo.Capture(exception);
        _state = FutureState.Failed;
    }

    /// <summary>The builder's word that the body threw.</summary>
    internal void BodyThrew(Exception exception)
    {
        EndUnstarted(exception);
        if (LoopObserver.IsAnyAttached)
        {
            ReportCallEnd();
        }
    }

    private void ReportCallEnd()
    {
        LoopThread thread = LoopThread.Current;
        thread.Observer?.CallEnds(thread.Task!, new CoroutineCall(this));
    }

    /// <summary>Hands the outcome to the frame that awaited this one in place, and returns the frame to its pool.</summary>
    /// <returns>Whether it went back: one that has become a task does not.</returns>
    internal bool TakeResult()
    {
        if (_state == FutureState.Succeeded && _flags == (TaskFlags.Consumed | TaskFlags.Started) && !IsTask)
        {
            _state = FutureState.Pending;
            ReturnToPool(Unsafe.As<LoopThread>(_owner!));
            return true;
        }

        return TakeOtherOutcome();
    }

    private bool TakeOtherOutcome()
    {
        if (_state == FutureState.Pending)
        {
            throw new InvalidStateException("Result is not ready.");
        }

        if (IsTask)
        {
            // An ordinary async method awaited the coroutine, so that it became a task of its own.
            ThrowUnlessSucceeded();
            return false;
        }

        // Only tasks keep their error among the things that few have.
        ExceptionDispatchInfo? error = Unsafe.As<ExceptionDispatchInfo?>(_held);
        _state = FutureState.Pending;
        ReturnToPool(Unsafe.As<LoopThread>(_owner!));
        if (error is not null)
        {
            _held = null;
            error.Throw();
        }

        return true;
    }

    /// <summary>
    /// Makes a task of a coroutine that an ordinary async method awaits: there is no frame of ours that could wait for it. When
    /// it has run to its first suspension in place, the task takes over from there.
    /// </summary>
    internal LoopTask Adopt()
    {
        LoopThread thread = LoopThread.Current;
        EventLoop loop = EventLoop.Running;
        thread.ForgetLent();
        if ((_flags & TaskFlags.Started) == 0)
        {
            BecomeTask(loop, name: null);
        }
        else
        {
            LoopTask leaf = thread.Task!.Leaf;
            thread.Task.NoteLeaf(thread.Task);
            Register(loop, name: null, isHeld: false);
            NoteLeaf(leaf);
            CancelScope.Move(thread.Task!, this, thread.ScopesEnteredBefore);
            if (thread.Next is { } next)
            {
                // It stands before a coroutine that was left to the trampoline.
                thread.Next = null;
                NoteLeaf(next);
                loop.ScheduleStep(this);
            }
            else
            {
                Suspend(thread, loop);
            }
        }

        return this;
    }
}
