using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The coroutine of <c>Sleep</c>, written by hand. Awaited in place it never runs: it is free again at once, and the frame that
/// awaits waits for the timer itself, so that a million sleeping tasks are not two million objects.
/// </summary>
/// <remarks>
/// Nearly every sleep is awaited right after it is made, so that one frame serves a whole thread: <see cref="LoopThread.SpareSleep"/>.
/// One that is put aside first keeps its frame, and the thread takes another.
/// </remarks>
internal sealed class SleepFrame : LoopTask
{
    /// <summary>The kind of these frames.</summary>
    public static readonly int SleepKind = FrameKinds.Next();

    private long _ticks;
    private bool _slept;

    public SleepFrame(LoopThread thread) => MadeOn(thread);

    public override string CoroutineName => nameof(Asyncio.Sleep);

    public static Coroutine Start(long ticks)
    {
        LoopThread thread = LoopThread.Current;
        SleepFrame frame = thread.SpareSleep;
        if (thread.Unstarted.HasRoom)
        {
            thread.Unstarted.Note(frame, SleepKind);
        }
        else
        {
            frame = AddAnother(thread);
        }

        frame._ticks = ticks;
        return new Coroutine(frame);
    }

    private static SleepFrame AddAnother(LoopThread thread)
    {
        thread.Unstarted.EndStep();
        SleepFrame frame = thread.SpareSleep;
        thread.Unstarted.Add(frame, SleepKind);
        return frame;
    }

    /// <summary>The spare frame of the thread has found another use.</summary>
    public static void Replace(LoopThread thread)
    {
        ref FramePool pool = ref thread.Pools.Of(SleepKind);
        if (pool.LendSurplus() is { } frame)
        {
            pool.ForgetNewest();
            thread.SpareSleep = Unsafe.As<SleepFrame>(frame);
        }
        else
        {
            thread.SpareSleep = new SleepFrame(thread);
        }
    }

    /// <summary>
    /// Frees the frame. It still stands in the awaiter: how long to sleep is between asking for the awaiter and suspending, where nothing
    /// else can come between.
    /// </summary>
    public void AwaitInPlace(int version)
    {
        LoopThread thread = LoopThread.Current;
        Consume(version);
        _ = thread.Loop ?? EventLoop.Running;
        ReturnUnused(thread);
    }

    /// <summary>The frame that awaits sleeps in its place.</summary>
    public new void SuspendParent(LoopTask parent) => Unsafe.As<LoopThread>(_owner!).WaitForSleep(parent, _ticks);

    /// <summary>The task of a sleep that an ordinary async method awaits.</summary>
    public LoopTask StartTask()
    {
        var frame = new SleepFrame(LoopThread.Current) { _ticks = _ticks };
        frame.BecomeTask(EventLoop.Running, name: null);
        return frame;
    }

    internal override int FrameKind => SleepKind;

    internal override object? CopyBody() => null;

    private protected override bool HasHandlers => false;

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

    private protected override bool Recycle(LoopThread thread)
    {
        _slept = false;
        return ReferenceEquals(this, thread.SpareSleep) || thread.TakeBack(this, SleepKind);
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
