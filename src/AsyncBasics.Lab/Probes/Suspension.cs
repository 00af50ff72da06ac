namespace AsyncBasics.Lab;

/// <summary>What an await is about.</summary>
/// <param name="Site">Where it is written.</param>
/// <param name="Subject">The trace's subject that is awaited.</param>
/// <param name="Task">The task, or the source of a value task.</param>
internal readonly record struct Awaiting(int Site, int Subject, object? Task);

/// <summary>An async method that waits. Where it goes on, in place or in a turn of its own, .NET decides as it does elsewhere.</summary>
internal sealed class Suspension
{
    private readonly RunningProgram _program;
    private readonly Span _span;
    private readonly Awaiting _awaiting;
    private readonly Action _continuation;
    private bool _isReady;

    private Suspension(RunningProgram program, Span span, Awaiting awaiting, Action continuation)
    {
        _program = program;
        _span = span;
        _awaiting = awaiting;
        _continuation = continuation;
    }

    /// <summary>Notes that the current call waits, and lets its awaiter register.</summary>
    /// <param name="awaiting">What for.</param>
    /// <param name="needsLoop">Whether it may only go on where it was; otherwise it goes on as work of the pool.</param>
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

        Action next = Note(program, span, awaiting, continuation, WaitKind.Future);
        SynchronizationContext? context = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(needsLoop ? context ?? program.LoopContext : program.PoolContext);
        try
        {
            register(awaiter, next);
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Notes that the current call gives the others a turn.</summary>
    public static void Yield(in Awaiting awaiting, Action continuation)
    {
        Action next = RunningProgram.Current is { } program && program.Recorder.CurrentSpan is { } span
            ? Note(program, span, awaiting, continuation, WaitKind.Yield)
            : continuation;
        (SynchronizationContext.Current ?? new SynchronizationContext()).Post(static state => ((Action)state!)(), next);
    }

    /// <summary>
    /// Called by the contexts of the stage with what is posted to them: if it is a waiting method, it is ready from now on.
    /// </summary>
    public static void NotePosted(object? state)
    {
        if (state is Action { Target: Suspension suspension })
        {
            suspension.NoteReady();
        }
    }

    private static Action Note(RunningProgram program, Span span, Awaiting awaiting, Action continuation, WaitKind wait)
    {
        // The target of an async method's continuation is the method's own task.
        span.OwnTask ??= continuation.Target as Task;
        if (!span.IsTaskKnown && span.OwnTask is { } own)
        {
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
        span.IsWaiting = true;
        program.Recorder.WaitFor(known?.Thing, span);
        return new Suspension(program, span, awaiting, continuation).Continue;
    }

    private void NoteReady()
    {
        if (!_isReady)
        {
            _isReady = true;
            _program.Recorder.MakeReady(_span, By());
        }
    }

    private void Continue()
    {
        NoteReady();
        int depth = _program.Recorder.BeginTurn();
        SynchronizationContext? context = SynchronizationContext.Current;
        _span.IsWaiting = false;
        _program.Recorder.WaitFor(null, _span);
        _program.Recorder.Resume(_span);
        try
        {
            _continuation();
        }
        finally
        {
            _program.Recorder.EndTurn(depth);
            SynchronizationContext.SetSynchronizationContext(context);
        }
    }

    /// <summary>Who has ended the wait: the awaited call or combination; of anything else whoever runs now.</summary>
    private int By() => _program.Tasks.Of(_awaiting.Task) switch
    {
        { Kind: KnownTaskKind.Call or KnownTaskKind.All or KnownTaskKind.Any } => _awaiting.Subject,
        { Kind: KnownTaskKind.Timer } => TraceEvent.Nobody,
        _ => _program.Recorder.CurrentSpan is { HasEnded: false } span && !ReferenceEquals(span, _span) ? span.Subject : TraceEvent.Nobody,
    };
}
