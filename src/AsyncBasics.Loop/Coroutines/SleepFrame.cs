using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The coroutine of <c>Sleep</c>, written by hand. Awaited in place it never runs: it goes back to its pool at once, and the frame that
/// awaits waits for the timer itself, so that a million sleeping tasks are not two million objects.
/// </summary>
internal sealed class SleepFrame : LoopTask
{
    private static readonly int s_kind = FrameKinds.Next();

    private long _ticks;
    private bool _slept;
    private bool _isInUse;

    public override string CoroutineName => nameof(Asyncio.Sleep);

    public static Coroutine Start(long ticks)
    {
        LoopThread thread = LoopThread.Current;
        SleepFrame frame = thread.SpareSleep;
        if (frame._isInUse)
        {
            frame = Another(thread, frame);
        }

        frame._isInUse = true;
        frame.MadeOn(thread);
        frame._ticks = ticks;
        thread.Unstarted.Add(frame);
        return new Coroutine(frame);
    }

    private static SleepFrame Another(LoopThread thread, SleepFrame spare)
    {
        SleepFrame frame = (SleepFrame?)thread.PoolOf(s_kind).Rent() ?? new();
        if (spare.IsTask)
        {
            // It does not come back.
            thread.SpareSleep = frame;
        }

        return frame;
    }

    /// <summary>Goes back to the pool; what awaits gets the thread's stand-in.</summary>
    public SleepInPlace AwaitInPlace()
    {
        LoopThread thread = Unsafe.As<LoopThread>(_owner!);
        _ = thread.Loop ?? EventLoop.Running;
        SleepInPlace sleep = thread.SleepInPlace;
        sleep.Ticks = _ticks;
        ReturnUnused(thread);
        return sleep;
    }

    /// <summary>The task of a sleep that an ordinary async method awaits.</summary>
    public static LoopTask StartTask(long ticks)
    {
        var frame = new SleepFrame { _ticks = ticks };
        frame.BecomeTask(EventLoop.Running, name: null);
        return frame;
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
        thread.WaitForSleep(this, _ticks);
    }

    private protected override void DropBody() => _slept = false;

    private protected override void Recycle(LoopThread thread)
    {
        _slept = false;
        _isInUse = false;
        if (!ReferenceEquals(this, thread.SpareSleep))
        {
            thread.PoolOf(s_kind).Return(this);
        }
    }

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
