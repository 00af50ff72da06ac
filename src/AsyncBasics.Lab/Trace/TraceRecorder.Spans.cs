namespace AsyncBasics.Lab;

/// <content>Calls of async methods in a program that was rewritten: their probes tell every step.</content>
public sealed partial class TraceRecorder
{
    // Whose code runs now, for each thread, the innermost last: a call begins inside its caller.
    private readonly List<List<Span>> _runningByThread = [];

    /// <summary>The time of what happens now, when it is not that of the loop: a worker has a clock of its own.</summary>
    internal Func<TimeSpan>? LocalTime { get; set; }

    /// <summary>The places that the program's probes speak of.</summary>
    internal IReadOnlyList<TraceSite> Sites { get; set; } = [];

    /// <summary>The call of a stand-in that the program is in, where that is known.</summary>
    private static int StandInSite => RunningProgram.Current?.StandInSite ?? TraceEvent.Nobody;

    /// <summary>Whether the run has been ended: what unwinds now has not ended by itself, and goes on as far as the trace knows.</summary>
    private static bool IsCutOff => Stage.CurrentOrNull is { Ending: not null };

    /// <summary>The call that has ended last.</summary>
    internal Span? LastEnded { get; private set; }

    /// <summary>The call whose code runs now, as far as it is not a task's of the loop.</summary>
    internal Span? CurrentSpan => _lane.Value;

    /// <summary>The call that has given up its turn last: what a call of its caller has just returned, waits for that.</summary>
    internal Span? LastSuspended { get; private set; }

    /// <summary>A call begins. From here on what happens counts as its own, until its method returns or waits.</summary>
    internal Span BeginSpan(string name, string method, int site)
    {
        lock (_lock)
        {
            LoopTask? task = Asyncio.CurrentTask;
            Span? caller = _lane.Value;
            if (caller?.Pending is { } work && IsItsFirstStep(work))
            {
                caller.Pending = null;
                caller.HasEnded = true;
                return Begin(new Span(work.Subject, task, caller) { Method = method }, work, method == BodyNames.Lambda ? work.Name : name, site);
            }

            int parent = Current(task);
            if (caller is { HasEnded: false } && caller.Subject == parent)
            {
                EnsureRuns(caller);
            }

            var span = new Span(_subjects.Count, task, caller) { Method = method };
            _subjects.Add(new TraceSubject(TraceSubjectKind.Lane, name, method, []) { IsProbed = true });
            Tell(new TraceEvent { Kind = TraceEventKind.LaneBegins, Subject = span.Subject, Other = parent, Site = site });
            return BeginStep(span);
        }
    }

    /// <summary>A call ends.</summary>
    internal void EndSpan(Span span)
    {
        lock (_lock)
        {
            EnsureRuns(span);
            Running.RemoveAt(Running.Count - 1);
            span.HasEnded = true;
            if (IsCutOff)
            {
                return;
            }

            (FutureState outcome, string? text) = OutcomeOf(span.Error);
            LastEnded = span;
            Tell(new TraceEvent { Kind = TraceEventKind.LaneEnds, Subject = span.Subject, Outcome = outcome, Text = text });
            Tell(new TraceEvent { Kind = TraceEventKind.StepEnds, Subject = span.Subject });
        }
    }

    /// <summary>A call gives up its turn.</summary>
    internal void Suspend(Span span, TraceEvent reason)
    {
        lock (_lock)
        {
            EnsureRuns(span);
            Running.RemoveAt(Running.Count - 1);
            LeaveStep(span, reason);
        }
    }

    /// <summary>What a call waits for has happened: its next step is queued.</summary>
    internal void MakeReady(Span span, int by)
    {
        lock (_lock)
        {
            Tell(new TraceEvent { Kind = TraceEventKind.MadeReady, Subject = span.Subject, Other = by });
        }
    }

    /// <summary>The next step of a call begins.</summary>
    internal void Resume(Span span)
    {
        lock (_lock)
        {
            Tell(new TraceEvent { Kind = TraceEventKind.StepBegins, Subject = span.Subject });
            Running.Add(span);
        }
    }

    /// <summary>The next step of an async iterator begins, inside whoever asked for the next item.</summary>
    internal void ResumeHere(Span span)
    {
        lock (_lock)
        {
            EnsureRuns(span);
            _lane.Value = span;
        }
    }

    /// <summary>Begins a turn of the program's own, perhaps inside a blocking call of another one.</summary>
    /// <returns>What <see cref="EndTurn"/> wants.</returns>
    internal int BeginTurn() => Running.Count;

    /// <summary>Ends a turn: whoever has not said so himself has given it up for something that no probe saw.</summary>
    internal void EndTurn(int depth)
    {
        lock (_lock)
        {
            LeaveAbove(depth);
        }
    }

    /// <summary>The current call, or the current task of the loop, waits by blocking.</summary>
    internal void BlockBegins(int other, int site, TimeSpan until, bool holdsLoop) =>
        TellOfCurrent(new TraceEvent { Kind = TraceEventKind.BlockBegins, Other = other, Site = site, Moment = until, LeavesLoop = !holdsLoop });

    /// <summary>Something that the current call does, or the current task of the loop.</summary>
    internal void Tell(TraceEventKind kind, int other, int site, TimeSpan moment = default) =>
        TellOfCurrent(new TraceEvent { Kind = kind, Other = other, Site = site, Moment = moment });

    private void TellOfCurrent(TraceEvent happened)
    {
        lock (_lock)
        {
            int who = Current(Asyncio.CurrentTask);
            if (_lane.Value is { HasEnded: false } span && span.Subject == who)
            {
                EnsureRuns(span);
            }

            Tell(happened with { Subject = who });
        }
    }

    /// <summary>The coroutine that has just begun is written at a place, and is called something.</summary>
    internal void Enter(int site, string name)
    {
        lock (_lock)
        {
            Tell(new TraceEvent { Kind = TraceEventKind.Entered, Subject = Current(Asyncio.CurrentTask), Site = site, Text = name });
        }
    }

    /// <summary>The call that has given up its turn last, to the code that runs now.</summary>
    internal Span? LastToGiveUp()
    {
        lock (_lock)
        {
            if (_lane.Value is { HasEnded: false, Pending: null } span && span.Subject == Current(Asyncio.CurrentTask))
            {
                EnsureRuns(span);
            }

            return LastSuspended;
        }
    }

    /// <summary>Describes something that can be waited for.</summary>
    internal int AddSubject(TraceSubject subject)
    {
        lock (_lock)
        {
            _subjects.Add(subject);
            return _subjects.Count - 1;
        }
    }

    /// <summary>
    /// Brings the list of who runs in line with the fact that <paramref name="span"/> does: where an await has no probe, nobody has told.
    /// </summary>
    private void EnsureRuns(Span span)
    {
        if (span.IsWaiting || (Running.Count > 0 && ReferenceEquals(Running[^1], span)))
        {
            return;
        }

        int place = Running.LastIndexOf(span);
        if (place >= 0)
        {
            LeaveAbove(place + 1);
            return;
        }

        Tell(new TraceEvent { Kind = TraceEventKind.MadeReady, Subject = span.Subject });
        Tell(new TraceEvent { Kind = TraceEventKind.StepBegins, Subject = span.Subject });
        Running.Add(span);
    }

    private void LeaveAbove(int depth)
    {
        while (Running.Count > depth)
        {
            Span left = Running[^1];
            Running.RemoveAt(Running.Count - 1);
            LeaveStep(left, new TraceEvent { Kind = TraceEventKind.Suspended, Wait = WaitKind.Native });
        }
    }

    private void LeaveStep(Span span, TraceEvent reason)
    {
        LastSuspended = span;
        Tell(reason with { Kind = TraceEventKind.Suspended, Subject = span.Subject });
        Tell(new TraceEvent { Kind = TraceEventKind.StepEnds, Subject = span.Subject });
    }

    private Span BeginStep(Span span)
    {
        Tell(new TraceEvent { Kind = TraceEventKind.StepBegins, Subject = span.Subject });
        Running.Add(span);
        _lane.Value = span;
        return span;
    }

    private void Tell(TraceEvent happened) => Add(EventLoop.RunningOrNull, happened);
}
