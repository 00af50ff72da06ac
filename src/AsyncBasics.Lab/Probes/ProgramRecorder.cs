namespace AsyncBasics.Lab;

/// <summary>Writes down what the stand-ins of a program do.</summary>
/// <param name="trace">Where to.</param>
internal sealed class ProgramRecorder(TraceRecorder trace) : StageRecorder
{
    /// <summary>The program; it is known before anything of it runs.</summary>
    public RunningProgram? Program { get; set; }

    /// <inheritdoc/>
    public override void TaskMade(Task task, TaskFact fact) => Program?.Tasks.Describe(task, KnownTask.Of(fact));

    /// <inheritdoc/>
    public override void BlockBegins(BlockedCall call)
    {
        // Of a sleep in a coroutine the loop's observer has been told.
        if (Program is { } program && (call.Kind != BlockingKind.Sleep || Asyncio.CurrentTask is null))
        {
            trace.Tell(TraceEventKind.BlockBegins, program.Tasks.SubjectOf(call), program.StandInSite, call.Deadline ?? TimeSpan.Zero);
        }
    }

    /// <inheritdoc/>
    public override void BlockEnds(BlockedCall call)
    {
        if (call.Kind != BlockingKind.Sleep || Asyncio.CurrentTask is null)
        {
            trace.Tell(TraceEventKind.BlockEnds, TraceEvent.Nobody, TraceEvent.Nobody);
        }
    }

    /// <inheritdoc/>
    public override void Output(string text, bool isError) => trace.Output(Asyncio.CurrentTask, text);
}
