namespace AsyncBasics.Lab;

/// <summary>Writes down what the stand-ins of a program do.</summary>
/// <param name="trace">Where to.</param>
internal sealed class ProgramRecorder(TraceRecorder trace) : StageRecorder
{
    /// <summary>The program; it is known before anything of it runs.</summary>
    public RunningProgram? Program { get; set; }

    private readonly Dictionary<Worker, PendingWork> _queued = [];
    private readonly Dictionary<Worker, (Span Work, Span? Before)> _begun = [];
    private readonly List<string> _notes = [];

    /// <summary>What whoever reads the report should know.</summary>
    public IReadOnlyList<string> Notes => _notes;

    /// <inheritdoc/>
    public override object? Actor => trace.CurrentSpan;

    /// <inheritdoc/>
    public override void StandsStill() => trace.KeepHolders();

    /// <inheritdoc/>
    public override void TaskMade(Task task, TaskFact fact)
    {
        KnownTask known = fact.Worker is { } worker && _queued.TryGetValue(worker, out PendingWork? work)
            ? new KnownTask(KnownTaskKind.Call, work.Name) { Subject = work.Subject }
            : KnownTask.Of(fact);
        Program?.Tasks.Describe(task, known);
    }

    /// <inheritdoc/>
    public override void WorkQueued(Worker worker) =>
        _queued.Add(worker, trace.QueueWork(worker.Name, worker.Site ?? Program?.StandInSite ?? TraceEvent.Nobody));

    /// <inheritdoc/>
    public override void WorkBegins(Worker worker)
    {
        if (_queued.TryGetValue(worker, out PendingWork? work))
        {
            _begun[worker] = trace.BeginWork(work);
        }
    }

    /// <inheritdoc/>
    public override void WorkEnds(Worker worker, Exception? error)
    {
        if (_begun.Remove(worker, out (Span, Span?) begun))
        {
            trace.EndWork(begun, error);
        }
    }

    /// <inheritdoc/>
    public override void Note(string sentence)
    {
        if (!_notes.Contains(sentence))
        {
            _notes.Add(sentence);
        }
    }

    /// <inheritdoc/>
    public override void BlockBegins(BlockedCall call)
    {
        // Of a sleep in a coroutine the loop's observer has been told.
        if (Program is { } program && (call.Kind != BlockingKind.Sleep || Asyncio.CurrentTask is null))
        {
            trace.BlockBegins(program.Tasks.SubjectOf(call), program.StandInSite, call.Deadline ?? TimeSpan.Zero, call.HoldsLoop);
            trace.WaitFor(call.Thing, trace.CurrentSpan);
        }
    }

    /// <inheritdoc/>
    public override void BlockEnds(BlockedCall call)
    {
        if (call.Kind != BlockingKind.Sleep || Asyncio.CurrentTask is null)
        {
            trace.WaitFor(null, trace.CurrentSpan);
            trace.Tell(TraceEventKind.BlockEnds, TraceEvent.Nobody, TraceEvent.Nobody);
        }
    }

    /// <inheritdoc/>
    public override void Output(string text, bool isError) => trace.Output(Asyncio.CurrentTask, text);
}
