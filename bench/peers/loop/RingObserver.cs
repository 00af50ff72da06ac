namespace AsyncBasics.Peers;

/// <summary>Records what happened, to whom and when, in a ring that holds the latest 65,536 events.</summary>
internal sealed class RingObserver : LoopObserver
{
    private const int Size = 1 << 16;

    private readonly Entry[] _ring = new Entry[Size];

    private enum Kind
    {
        Created,
        StepBegins,
        StepEnds,
        CallBegins,
        CallEnds,
        Suspended,
        MadeReady,
        Completed,
        TimerSet,
        Output,
        Blocked,
    }

    public long Events { get; private set; }

    public override void TaskCreated(LoopTask task, LoopTask? creator) => Record(Kind.Created, task, creator);

    public override void StepBegins(LoopTask task) => Record(Kind.StepBegins, task);

    public override void StepEnds(LoopTask task) => Record(Kind.StepEnds, task);

    public override void CallBegins(LoopTask task, CoroutineCall call) => Record(Kind.CallBegins, task);

    public override void CallEnds(LoopTask task, CoroutineCall call) => Record(Kind.CallEnds, task);

    public override void Suspended(LoopTask task, WaitReason reason) => Record(Kind.Suspended, task);

    public override void MadeReady(LoopTask task, Future? by) => Record(Kind.MadeReady, task, by);

    public override void Completed(LoopTask task) => Record(Kind.Completed, task);

    public override void TimerSet(LoopTask? task, TimeSpan deadline) => Record(Kind.TimerSet, task);

    public override void Output(LoopTask? task, string text) => Record(Kind.Output, task, text);

    public override void Blocked(LoopTask? task, TimeSpan duration) => Record(Kind.Blocked, task);

    private void Record(Kind kind, LoopTask? task, object? other = null) =>
        _ring[(int)(Events++ & (Size - 1))] = new Entry(kind, task, other, task?.Loop.Time ?? default);

    private readonly record struct Entry(Kind Kind, LoopTask? Task, object? Other, TimeSpan Time);
}
