namespace AsyncBasics;

/// <summary>The coroutine of <c>Sleep</c>, written by hand: it suspends once, on a timer or for a turn.</summary>
internal sealed class SleepFrame : LoopTask
{
    [ThreadStatic]
    private static FramePool<SleepFrame> s_pool;

    private long _ticks;
    private bool _slept;

    public override string CoroutineName => nameof(Asyncio.Sleep);

    public static Coroutine Start(long ticks)
    {
        SleepFrame frame = s_pool.Rent() ?? new();
        frame._ticks = ticks;
        LoopThread.Current.Unstarted.Add(frame);
        return new Coroutine(frame);
    }

    internal override object? CopyBody() => null;

    private protected override void MoveNext()
    {
        LoopThread thread = LoopThread.Current;
        if (_slept)
        {
            End(thread);
            return;
        }

        _slept = true;
        if (_ticks <= 0)
        {
            thread.WaitForYield(this);
        }
        else
        {
            thread.WaitForTimer(this, Durations.DeadlineAfter(thread.Loop!.Clock.Now, _ticks));
        }
    }

    private protected override void DropBody() => _slept = false;

    private protected override void ReturnToPool() => s_pool.Return(this);

    private void End(LoopThread thread)
    {
        if (thread.TakeInjected() is { } injected)
        {
            BodyThrew(injected);
        }
        else
        {
            BodyReturned();
        }
    }
}
