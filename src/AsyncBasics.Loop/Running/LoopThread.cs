using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// What the current thread is doing: which loop runs on it, which task's step, and what that step has said so far. Reached
/// through one thread-static field, since every await needs it.
/// </summary>
internal sealed class LoopThread
{
    [ThreadStatic]
    private static LoopThread? s_current;

    /// <summary>How many exceptions are on their way into a step, on all threads: nearly always none, and then no awaiter has to look.</summary>
    private static int s_injections;

    /// <summary>Coroutines that were made on this thread and that nobody has awaited yet. A field, because it is a structure.</summary>
    public UnstartedCoroutines Unstarted;

    /// <summary>Frames that wait to be used again. A field, because it is a structure.</summary>
    public FramePools Pools = new();

    private ContextWatch _contextWatch = new();
    private ExecutionContext? _context;
    private NativeWait? _nativeWait;
    private Exception? _injected;

    private LoopThread()
    {
        Unstarted = new UnstartedCoroutines(this);
        SpareSleep = new SleepFrame(this);
    }

    public static LoopThread Current => s_current ?? Make();

    /// <summary>The loop that runs on this thread.</summary>
    public EventLoop? Loop { get; set; }

    /// <summary>The loop's observer, if it has one; kept here because every call of a coroutine asks.</summary>
    public LoopObserver? Observer { get; set; }

    /// <summary>The task whose step runs now.</summary>
    public LoopTask? Task { get; set; }

    /// <summary>
    /// How many more coroutines may run inside each other on the machine's stack in this step. None outside of a step, so that one look tells
    /// both.
    /// </summary>
    public int Room { get; set; }

    /// <summary>How many cancel scopes have been entered on this thread so far.</summary>
    public long ScopesEntered { get; set; }

    /// <summary>How many they were when the coroutine began that was started in place last and has begun to wait.</summary>
    public long ScopesEnteredBefore { get; set; }

    /// <summary>A coroutine that the trampoline is to start next.</summary>
    public LoopTask? Next { get; set; }

    /// <summary>What the frame waits for that has suspended last.</summary>
    public WaitKind WaitKind { get; private set; }

    /// <summary>When it waits for a timer: the deadline, in ticks of the loop's clock.</summary>
    public long WaitDeadline { get; private set; }

    /// <summary>What the awaiter of the resumed frame has to throw.</summary>
    public Exception? Injected
    {
        get => _injected;
        set
        {
            _injected = value;
            Interlocked.Increment(ref s_injections);
        }
    }

    /// <summary>Whether there is something that the awaiter of the resumed frame has to throw.</summary>
    public bool HasInjected => _injected is not null;

    /// <summary>What is running when no task is: the future whose callback was called.</summary>
    public Future? Cause { get; set; }

    /// <summary>
    /// What native code inside this step has begun to wait on, in that order: what a task waits for in truth when it goes on to wait for
    /// that code.
    /// </summary>
    public List<object>? NativeLeaves { get; set; }

    /// <summary>The task that waits for the native code which is running now, in a callback.</summary>
    public LoopTask? NativeOwner { get; set; }

    /// <summary>How many other things the code of <see cref="NativeOwner"/> waits on.</summary>
    public int NativeLeavesElsewhere { get; set; }

    /// <summary>The frame for the next sleep: the same one again as long as each is awaited right after it was made.</summary>
    public SleepFrame SpareSleep { get; set; }

    /// <summary>Called by awaiters first: throws what was injected into this step, a cancellation as a rule.</summary>
    public static void ThrowInjected()
    {
        if (s_injections != 0)
        {
            ThrowInjectedHere();
        }
    }

    /// <summary>As <see cref="TakeInjected"/>, on the current thread, for those who nearly always find nothing.</summary>
    public static Exception? TakeInjectedHere() => s_injections == 0 ? null : s_current?.TakeInjected();

    public Exception? TakeInjected()
    {
        Exception? injected = _injected;
        if (injected is not null)
        {
            _injected = null;
            Interlocked.Decrement(ref s_injections);
        }

        return injected;
    }

    /// <summary>The loop has stopped. An exception out of an observer may have left a step half done.</summary>
    public void LeaveLoop()
    {
        Loop = null;
        Observer = null;
        Task = null;
        Room = 0;
        Next = null;
        Cause = null;
        NativeLeaves = null;
        NativeOwner = null;
        TakeInjected();
        Unstarted.KeepPlaces(EventLoopOptions.DebugByDefault);

        // What is lent to a task that still waits would be kept alive.
        ForgetLent();
    }

    /// <summary>Lends the frame of a coroutine that is being made, and notes the coroutine.</summary>
    /// <returns><see langword="null"/> when that takes more: see <see cref="LendAnother"/>.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public LoopTask? Lend(int kind)
    {
        if (Unstarted.HasRoom && Pools.Of(kind).Lend() is { } frame)
        {
            Unstarted.Note(frame, kind);
            return frame;
        }

        return null;
    }

    /// <summary>As <see cref="Lend"/>, when another coroutine is still noted, or no frame is free.</summary>
    /// <returns><see langword="null"/> if a frame has to be made: see <see cref="LendMade"/>.</returns>
    public LoopTask? LendAnother(int kind)
    {
        Unstarted.EndStep();
        ref FramePool pool = ref Pools.Of(kind);
        LoopTask? frame = pool.LendSurplus();
        if (frame is null)
        {
            return null;
        }

        Unstarted.Add(frame, kind);
        return frame;
    }

    /// <summary>Lends a frame that was made because there was none, and notes its coroutine.</summary>
    /// <returns>The frame.</returns>
    public LoopTask LendMade(LoopTask frame, int kind)
    {
        frame.MadeOn(this);
        Pools.Of(kind).LendAnother(frame);
        Unstarted.Add(frame, kind);
        return frame;
    }

    /// <summary>Takes a frame back that is free.</summary>
    /// <returns>Whether there was room for it.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool TakeBack(LoopTask frame, int kind) => Pools.Of(kind).TakesBack(frame) || Put(frame, kind);

    /// <inheritdoc cref="FramePool.LoosenSurplus"/>
    public void LoosenSurplus()
    {
        Unstarted.EndStep();
        Pools.LoosenSurplus();
    }

    /// <summary>Forgets the frames that are lent: they may come back, but need not.</summary>
    public void ForgetLent()
    {
        Unstarted.EndStep();
        Pools.ForgetLent();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Put(LoopTask frame, int kind)
    {
        // The newest coroutine is known by what its pool has lent last, which is forgotten now.
        Unstarted.EndStep();
        return Pools.Of(kind).Put(frame);
    }

    /// <summary>The frame sleeps for <paramref name="ticks"/> of 100 ns; for none it only gives the others a turn.</summary>
    public void WaitForSleep(LoopTask leaf, long ticks)
    {
        Task!.NoteLeaf(leaf);
        if (ticks <= 0)
        {
            WaitKind = WaitKind.Yield;
        }
        else
        {
            WaitKind = WaitKind.Timer;
            WaitDeadline = Durations.DeadlineAfter(Loop!.Clock.Now, ticks);
        }
    }

    public void WaitForFuture(LoopTask leaf, Future future)
    {
        Task!.NoteLeaf(leaf);
        leaf.NoteWait(future);
        WaitKind = WaitKind.Future;
    }

    public void WaitForNative(LoopTask leaf, NativeWait wait)
    {
        Task!.NoteLeaf(leaf);
        WaitKind = WaitKind.Native;
        _nativeWait = wait;
    }

    public NativeWait TakeNativeWait()
    {
        NativeWait wait = _nativeWait!;
        _nativeWait = null;
        return wait;
    }

    /// <summary>Makes <paramref name="context"/> the current one, at no cost when it is.</summary>
    public void EnterContext(ExecutionContext context)
    {
        if (!ReferenceEquals(_context, context))
        {
            ExecutionContext.Restore(context);
            _context = context;
            _contextWatch.Note();
        }
    }

    /// <summary>Whether <paramref name="context"/> is the current one for certain.</summary>
    public bool IsStillIn(ExecutionContext context) => ReferenceEquals(_context, context) && !_contextWatch.HasChanged;

    /// <summary>Called where user's code has run that may have changed it: notes which context is the current one.</summary>
    public ExecutionContext? NoteContext()
    {
        ExecutionContext? now = ExecutionContext.Capture();
        if (!ReferenceEquals(_context, now))
        {
            _context = now;
            _contextWatch.Note();
        }

        return now;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void ThrowInjectedHere()
    {
        if (s_current?.TakeInjected() is { } injected)
        {
            throw injected;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LoopThread Make() => s_current = new();
}
