namespace AsyncBasics;

/// <summary>
/// Lets one task at a time into a part of the program that contains an <c>await</c> (<c>asyncio.Lock</c>). Those who wait get
/// in in the order in which they came.
/// </summary>
/// <remarks>
/// <para>It is not reentrant: a task that asks for a lock it holds waits for itself. Any task may release it.</para>
/// <para>
/// Releasing wakes the one who waits longest, who takes the lock when its turn comes. Until then the lock is free, but a
/// newcomer does not get past those who wait.
/// </para>
/// </remarks>
public sealed class LoopLock : LoopPrimitive, IAcquirable
{
    private readonly Line _line;
    private LoopTask? _holder;

    /// <summary>Makes a lock that nobody holds.</summary>
    public LoopLock() => _line = new Line(this);

    /// <summary>Whether somebody holds it (<c>Lock.locked</c>).</summary>
    public bool Locked { get; private set; }

    private protected override string Kind => "lock";

    private protected override string StateInWords => (Locked ? "locked" : "unlocked") + CountOf(_line);

    WaiterQueue IAcquirable.Waiters => _line;

    /// <summary>
    /// Waits until the lock is free and takes it (<c>Lock.acquire</c>). One that is free is taken without giving up the turn.
    /// </summary>
    /// <returns>A guard that releases the lock when it is disposed.</returns>
    public Coroutine<LoopGuard> Acquire() => AcquireFrame.Start(this);

    /// <summary>Lets the lock go and wakes the one who waits longest (<c>Lock.release</c>).</summary>
    /// <exception cref="InvalidOperationException">Nobody holds it: <c>Lock is not acquired.</c></exception>
    public void Release()
    {
        if (!Locked)
        {
            throw new InvalidOperationException("Lock is not acquired.");
        }

        Locked = false;
        _holder = null;
        _line.WakeFirst();
    }

    bool IAcquirable.TryTake()
    {
        if (Locked || !_line.AllCancelled)
        {
            return false;
        }

        Take();
        return true;
    }

    void IAcquirable.TakeWoken() => Take();

    void IAcquirable.GiveUp(Waiter waiter)
    {
        if (!Locked)
        {
            // It was perhaps this task's turn, and it does not take it.
            _line.WakeFirst();
        }
    }

    internal override string DescribeWait(WaiterQueue queue)
    {
        if (_holder is null)
        {
            return InWords();
        }

        string ended = _holder.Done ? ", which has ended" : string.Empty;
        return $"{InWords()} held by {_holder.Describe()}{ended}";
    }

    private void Take()
    {
        Locked = true;
        _holder = LoopThread.Current.Task;
        _holder?.Show();
    }

    /// <summary>
    /// In front of a lock everybody keeps the place until their own turn on the loop, whether woken or cancelled meanwhile. So
    /// one who was cancelled at the head holds the others up until then, as in asyncio.
    /// </summary>
    private sealed class Line(LoopLock owner) : WaiterQueue(owner)
    {
        private int _cancelled;

        public bool AllCancelled => _cancelled == Count;

        public override void OnCancelled(Waiter waiter) => _cancelled++;

        public override void Leave(Waiter waiter)
        {
            if (waiter.Cancelled)
            {
                _cancelled--;
            }

            base.Leave(waiter);
        }

        public override bool WakeFirst()
        {
            if (First is not { Done: false } first)
            {
                return false;
            }

            first.Wake();
            return true;
        }
    }
}
