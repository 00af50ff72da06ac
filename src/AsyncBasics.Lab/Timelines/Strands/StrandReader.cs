namespace AsyncBasics.Lab;

/// <summary>Reads the events of a trace, in order, into strands and their phases.</summary>
internal sealed class StrandReader
{
    private readonly Trace _trace;
    private readonly Strand?[] _bySubject;
    private readonly List<Strand> _strands = [];
    private readonly Dictionary<int, Stack<TaskStrand>> _steppingByThread = [];
    private readonly BlockingCalls _blocks;
    private readonly CallSites _calls = new();
    private TimeSpan _time;

    private StrandReader(Trace trace)
    {
        _trace = trace;
        _bySubject = new Strand?[trace.Subjects.Count];
        _blocks = new BlockingCalls(trace.IsVirtual);
    }

    /// <summary>Reads the first <paramref name="count"/> events; what is not over then is closed at <paramref name="now"/>.</summary>
    /// <returns>The strands in the order in which they began.</returns>
    public static IReadOnlyList<Strand> Read(Trace trace, int count, TimeSpan now)
    {
        var reader = new StrandReader(trace);
        for (int index = 0; index < count; index++)
        {
            reader.Read(index, trace.Events[index]);
        }

        foreach (Strand strand in reader._strands)
        {
            strand.Close(count, now);
            reader.NameAwaited(strand);
        }

        return reader._strands;
    }

    private void Read(int index, TraceEvent happened)
    {
        if (happened.Time < _time)
        {
            // Another loop with a clock of its own.
            _blocks.Clear();
        }

        _time = happened.Time;
        switch (happened.Kind)
        {
            case TraceEventKind.TaskCreated:
            case TraceEventKind.LaneBegins:
                Begin(index, happened);
                return;
            case TraceEventKind.Output when Find(happened.Subject) is { } writer:
                writer.Write(index, happened.Time, (happened.Text ?? string.Empty).TrimEnd('\r', '\n'));
                break;
            case TraceEventKind.Blocked when Find(happened.Subject) is { } strand:
                _blocks.Add(strand, happened.Time, happened.Moment);
                if (strand is NativeStrand && Stepping(happened).TryPeek(out TaskStrand? caller))
                {
                    caller.Hold(index, happened.Time, strand, until: happened.Time + happened.Moment);
                }

                break;
        }

        switch (Find(happened.Subject))
        {
            case TaskStrand task:
                Read(index, happened, task);
                break;
            case NativeStrand lane:
                Read(index, happened, lane);
                break;
        }
    }

    private void Begin(int index, TraceEvent happened)
    {
        TraceSubject subject = _trace.Subjects[happened.Subject];
        Strand? creator = Find(happened.Other);
        (creator as NativeStrand)?.Act(index, happened.Time);
        bool isCall = happened.Kind == TraceEventKind.LaneBegins;
        var root = new LaneDraft
        {
            Name = happened.Text ?? subject.Name,
            IsWorker = subject.IsWorker,
            Site = isCall ? happened.Site : TraceEvent.Nobody,
            CallSite = isCall ? TraceEvent.Nobody : _calls.Take(subject.Method),
            IsDetail = subject.IsProbed && creator is not null,
            Parent = creator?.Inner,
            IsTask = true,
            First = index,
            Start = happened.Time,
        };
        Strand strand = happened.Kind == TraceEventKind.TaskCreated || subject.IsProbed
            ? new TaskStrand(happened.Subject, root, creator, subject.Method, subject.IsProbed)
            : new NativeStrand(happened.Subject, root, creator, _blocks);
        _bySubject[happened.Subject] = strand;
        _strands.Add(strand);
        strand.IsOnWorker = happened.Thread != 0;
        _calls.Begin(happened.Subject, root);
    }

    private void Read(int index, TraceEvent happened, TaskStrand task)
    {
        TimeSpan time = happened.Time;
        switch (happened.Kind)
        {
            case TraceEventKind.StepBegins:
                BeginStep(index, happened, task);
                break;
            case TraceEventKind.StepEnds:
                EndStep(index, happened);
                break;
            case TraceEventKind.CallBegins:
                BeginCall(index, happened, task);
                break;
            case TraceEventKind.CallEnds:
                task.EndCall(index, time, happened.Outcome, happened.Text);
                break;
            case TraceEventKind.Blocked:
                task.Block(index, time, happened.Moment, happened.Site);
                break;
            case TraceEventKind.BlockBegins:
                Observe(happened.Other);
                task.BlockUntilEnd(index, time, happened, [.. StrandsOf(happened.Other)]);
                break;
            case TraceEventKind.BlockEnds:
                task.Unblock(index, time);
                break;
            case TraceEventKind.Entered:
                task.IsAt(happened.Site, _trace.Sites[happened.Site].Name, happened.Text);
                break;
            case TraceEventKind.Called:
                _calls.Add(happened, Find(happened.Other), _trace);
                break;
            case TraceEventKind.Awaits:
                Observe(happened.Other);
                _calls.Await(happened, task, Find, _trace);
                task.Await(happened);
                break;
            case TraceEventKind.Observes:
                Observe(happened.Other);
                break;
            case TraceEventKind.Suspended:
                TraceEvent reason = task.Explain(happened);
                task.Suspend(index, time, reason, [.. StrandsOf(reason.Other)]);
                break;
            case TraceEventKind.MadeReady:
                task.MakeReady(index, time, Cause(happened.Other, index));
                break;
            case TraceEventKind.Completed:
            case TraceEventKind.LaneEnds:
                task.Complete(index, time, happened.Outcome, happened.Text);
                break;
        }
    }

    private static void Read(int index, TraceEvent happened, NativeStrand lane)
    {
        switch (happened.Kind)
        {
            case TraceEventKind.TimerSet:
                lane.SetTimer(index, happened.Time, happened.Moment);
                break;
            case TraceEventKind.Blocked:
                lane.Block(index, happened.Time, happened.Moment);
                break;
            case TraceEventKind.LaneEnds:
                lane.EndLane(index, happened.Time, happened.Outcome, happened.Text);
                break;
            default:
                lane.Act(index, happened.Time);
                break;
        }
    }

    private void BeginCall(int index, TraceEvent happened, TaskStrand task)
    {
        string name = happened.Text ?? string.Empty;
        int site = happened.IsLibrary ? TraceEvent.Nobody : _calls.TakeByCallName(name);
        task.BeginCall(index, happened.Time, name, happened.IsLibrary, site);
    }

    /// <summary>Somebody wants to know how a call ends.</summary>
    private void Observe(int subject)
    {
        if (Find(subject) is { } strand)
        {
            strand.Root.IsObserved = true;
        }
        else if (subject != TraceEvent.Nobody)
        {
            _calls.ObserveLater(subject);
        }
    }

    /// <summary>A task that starts eagerly has its first step inside a step of the one that made it.</summary>
    private void BeginStep(int index, TraceEvent happened, TaskStrand task)
    {
        Stack<TaskStrand> stepping = Stepping(happened);
        if (stepping.TryPeek(out TaskStrand? outer))
        {
            outer.Hold(index, happened.Time, task);
        }

        stepping.Push(task);
        task.IsOnWorker = happened.Thread != 0;
        task.BeginStep(index, happened.Time);
    }

    private void EndStep(int index, TraceEvent happened)
    {
        Stack<TaskStrand> stepping = Stepping(happened);
        stepping.TryPop(out _);
        if (stepping.TryPeek(out TaskStrand? outer))
        {
            outer.Unhold(index, happened.Time);
        }
    }

    private Stack<TaskStrand> Stepping(TraceEvent happened)
    {
        if (!_steppingByThread.TryGetValue(happened.Thread, out Stack<TaskStrand>? stepping))
        {
            _steppingByThread.Add(happened.Thread, stepping = new Stack<TaskStrand>());
        }

        return stepping;
    }

    /// <summary>Work for another thread may be awaited before it has begun: by now it is known.</summary>
    private void NameAwaited(Strand strand)
    {
        foreach (Phase phase in strand.Phases.Where(phase => phase is { Awaited: not TraceEvent.Nobody, Members.Count: 0 }))
        {
            phase.Members = [.. StrandsOf(phase.Awaited)];
        }
    }

    private Strand? Find(int subject) => subject == TraceEvent.Nobody ? null : _bySubject[subject];

    /// <summary>The strands that a wait is for: one, or those that a combination is made of.</summary>
    private IEnumerable<Strand> StrandsOf(int subject)
    {
        if (subject == TraceEvent.Nobody)
        {
            return [];
        }

        return Find(subject) is { } strand ? [strand] : _trace.Subjects[subject].Members.SelectMany(StrandsOf).Distinct();
    }

    /// <summary>The strand that ended a wait; for a combination the one of its members that ended last before.</summary>
    private Strand? Cause(int subject, int index) =>
        StrandsOf(subject).Where(strand => Find(subject) == strand || strand.HasEndedBefore(index)).MaxBy(strand => strand.Last);
}
