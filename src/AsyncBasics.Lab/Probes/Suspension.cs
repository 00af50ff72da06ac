namespace AsyncBasics.Lab;

/// <summary>What an await is about.</summary>
/// <param name="Site">Where it is written.</param>
/// <param name="Subject">The trace's subject that is awaited.</param>
/// <param name="Task">The task, or the source of a value task.</param>
internal readonly record struct Awaiting(int Site, int Subject, object? Task);

/// <summary>
/// An async method that waits. It is the current context while its awaiter registers, so that whoever ends what it waits for posts to it,
/// and its next step becomes a turn of the loop: nothing of a program ever goes on on the thread pool, or inside somebody else's step.
/// </summary>
internal sealed class Suspension : SynchronizationContext
{
    private readonly RunningProgram _program;
    private readonly Span _span;
    private readonly Awaiting _awaiting;
    private readonly bool _needsLoop;

    private Suspension(RunningProgram program, Span span, Awaiting awaiting, bool needsLoop)
    {
        _program = program;
        _span = span;
        _awaiting = awaiting;
        _needsLoop = needsLoop;
    }

    /// <summary>Notes that the current call waits, and lets its awaiter register.</summary>
    /// <param name="awaiting">What for.</param>
    /// <param name="needsLoop">Whether it may only go on on the loop.</param>
    /// <param name="continuation">How it goes on.</param>
    /// <param name="awaiter">What tells when it goes on.</param>
    /// <param name="register">Registers the continuation, with the current context.</param>
    public static void Begin<TAwaiter>(
        in Awaiting awaiting, bool needsLoop, Action continuation, TAwaiter awaiter, Action<TAwaiter, Action> register)
    {
        if (RunningProgram.Current is not { } program || program.Recorder.CurrentSpan is not { } span)
        {
            register(awaiter, continuation);
            return;
        }

        Suspension suspension = Note(program, span, awaiting, needsLoop, continuation);
        SynchronizationContext? context = Current;
        SetSynchronizationContext(suspension);
        try
        {
            register(awaiter, continuation);
        }
        finally
        {
            SetSynchronizationContext(context);
        }
    }

    /// <summary>Notes that the current call gives the others a turn.</summary>
    public static void Yield(in Awaiting awaiting, Action continuation)
    {
        if (RunningProgram.Current is { } program && program.Recorder.CurrentSpan is { } span)
        {
            Suspension suspension = Note(program, span, awaiting, needsLoop: true, continuation, WaitKind.Yield);
            suspension.Post(static state => ((Action)state!)(), continuation);
        }
        else
        {
            ThreadPool.QueueUserWorkItem(static state => ((Action)state!)(), continuation);
        }
    }

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (_program.Ending is not null)
        {
            return;
        }

        _program.Recorder.MakeReady(_span, By());
        _program.Turns.Add(() => Continue(d, state), _needsLoop);
    }

    public override SynchronizationContext CreateCopy() => this;

    private static Suspension Note(
        RunningProgram program, Span span, Awaiting awaiting, bool needsLoop, Action continuation, WaitKind wait = WaitKind.Future)
    {
        if (!span.IsTaskKnown && continuation.Target is Task own)
        {
            // The target of an async method's continuation is the method's own task.
            span.IsTaskKnown = true;
            program.Tasks.IsCall(own, span);
        }

        KnownTask? known = program.Tasks.Of(awaiting.Task);
        bool isTimer = known is { Kind: KnownTaskKind.Timer };
        program.Recorder.Suspend(span, new TraceEvent
        {
            Kind = TraceEventKind.Suspended,
            Wait = isTimer ? WaitKind.Timer : awaiting.Subject == TraceEvent.Nobody && wait == WaitKind.Future ? WaitKind.Native : wait,
            Moment = isTimer ? known!.Deadline : default,
            Other = isTimer ? TraceEvent.Nobody : awaiting.Subject,
            Site = awaiting.Site,
        });
        return new Suspension(program, span, awaiting, needsLoop);
    }

    /// <summary>Who has ended the wait: the awaited call or combination; of anything else whoever runs now.</summary>
    private int By() => _program.Tasks.Of(_awaiting.Task) switch
    {
        { Kind: KnownTaskKind.Call or KnownTaskKind.All or KnownTaskKind.Any } => _awaiting.Subject,
        { Kind: KnownTaskKind.Timer } => TraceEvent.Nobody,
        _ => _program.Recorder.CurrentSpan is { HasEnded: false } span && !ReferenceEquals(span, _span) ? span.Subject : TraceEvent.Nobody,
    };

    private void Continue(SendOrPostCallback callback, object? state)
    {
        int depth = _program.Recorder.BeginTurn();
        _program.Recorder.Resume(_span);
        try
        {
            callback(state);
        }
        finally
        {
            _program.Recorder.EndTurn(depth);
        }
    }
}
