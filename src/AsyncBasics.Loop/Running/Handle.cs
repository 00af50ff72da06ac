namespace AsyncBasics;

/// <summary>A callback that was handed to the loop and can still be taken back (<c>asyncio.Handle</c>, <c>TimerHandle</c>).</summary>
public sealed class Handle : ITimerTarget
{
    private readonly EventLoop _loop;

    /// <summary>The context to call in, or for a callback that was posted: the segment in which it stands.</summary>
    private readonly object? _context;

    /// <summary>The deadline, or the number of the place in that segment.</summary>
    private readonly long _deadline;
    private readonly bool _isTimer;
    private Action? _callback;
    private int _timerSlot = ITimerTarget.NoTimer;

    internal Handle(EventLoop loop, Action callback, TimeSpan? when)
    {
        _loop = loop;
        _callback = callback;
        _context = ExecutionContext.Capture();
        if (when is { } deadline)
        {
            _isTimer = true;
            _deadline = deadline.Ticks;
        }
    }

    /// <summary>The handle of a callback that another thread has posted.</summary>
    internal Handle(EventLoop loop, PostSegment post, int index)
    {
        _loop = loop;
        _context = post;
        _deadline = index;
    }

    /// <summary>The deadline on the loop's clock; <see langword="null"/> for a callback that only waits for its turn.</summary>
    public TimeSpan? When => _isTimer ? TimeSpan.FromTicks(_deadline) : null;

    /// <summary>Whether it was taken back.</summary>
    public bool IsCancelled { get; private set; }

    /// <summary>Takes the callback back; nothing happens when it has run or was taken back before.</summary>
    public void Cancel()
    {
        if (_context is PostSegment post)
        {
            IsCancelled |= post.TakeBack((int)_deadline);
            return;
        }

        if (IsCancelled || _callback is null)
        {
            return;
        }

        IsCancelled = true;
        _callback = null;
        if (_timerSlot != ITimerTarget.NoTimer)
        {
            _loop.Timers.Cancel(this);
        }
    }

    int ITimerTarget.TimerSlot
    {
        get => _timerSlot;
        set => _timerSlot = value;
    }

    void ITimerTarget.EnterReady(ReadyQueue ready) => ready.Enqueue(HandleTurn.Instance, this);

    internal void Run()
    {
        Action? callback = _callback;
        _callback = null;
        if (callback is null)
        {
            return;
        }

        if (_context is not null)
        {
            LoopThread.Current.EnterContext((ExecutionContext)_context);
        }

        callback();
    }
}

/// <summary>The turn of a <see cref="Handle"/>.</summary>
internal sealed class HandleTurn : ReadyCallback
{
    public static readonly HandleTurn Instance = new();

    public override void Invoke(object argument) => ((Handle)argument).Run();
}
