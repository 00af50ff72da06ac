namespace AsyncBasics.Lab;

/// <summary>A task: its steps, waits and calls as the loop told them.</summary>
internal sealed class TaskStrand : Strand
{
    // A call of the loop's own coroutines has no lane: it is its caller's wait.
    private readonly List<LaneDraft?> _calls = [];
    private readonly string _method;
    private readonly bool _isProbed;
    private bool _madeReadyInStep;
    private TraceEvent? _await;

    public TaskStrand(int subject, LaneDraft root, Strand? creator, string method, bool isProbed)
        : base(subject, root, creator)
    {
        _method = method;
        _isProbed = isProbed;
        Enter(PhaseKind.Ready, root.First, root.Start);
    }

    public override LaneDraft Inner => _calls.FindLast(lane => lane is not null) ?? Root;

    private bool HasStarted => Phases.Count > 1;

    public void BeginStep(int index, TimeSpan time)
    {
        if (Open is { Kind: PhaseKind.Wait } wait)
        {
            wait.By = EndedLane(wait, index);
        }

        _madeReadyInStep = false;
        Enter(PhaseKind.Run, index, time);
    }

    public void BeginCall(int index, TimeSpan time, string name, bool isLibrary, int site)
    {
        Settle(index, time);
        if (_calls.Count == 0)
        {
            _calls.Add(Root);
        }
        else if (isLibrary)
        {
            _calls.Add(null);
        }
        else
        {
            var lane = new LaneDraft
            {
                Name = name,
                Parent = Inner,
                IsTask = false,
                First = index,
                Start = time,
                CallSite = site,
                AwaitSite = _await?.Site ?? TraceEvent.Nobody,
            };
            Lanes.Add(lane);
            _calls.Add(lane);
            Enter(PhaseKind.Run, index, time);
        }
    }

    public void EndCall(int index, TimeSpan time, FutureState state, string? error)
    {
        Settle(index, time);
        if (_calls.Count <= 1)
        {
            // Its own call: the task itself says how it ended, and only the call knows the error.
            Root.Error = error;
            return;
        }

        LaneDraft? lane = _calls[^1];
        _calls.RemoveAt(_calls.Count - 1);
        if (lane is not null)
        {
            lane.Finish(index, time, state, error);
            Enter(PhaseKind.Run, index, time);
        }
    }

    public void Block(int index, TimeSpan time, TimeSpan duration, int site) => EnterBlock(index, time, duration, site);

    /// <summary>A call that blocks until something else has ended.</summary>
    public void BlockUntilEnd(int index, TimeSpan time, TraceEvent reason, IReadOnlyList<Strand> members)
    {
        Settle(index, time);
        Enter(new Phase
        {
            Kind = PhaseKind.Block,
            Lane = Inner,
            First = index,
            Start = time,
            Wait = WaitKind.Future,
            Awaited = reason.Other,
            Members = members,
            Site = reason.Site,
            LeavesLoop = reason.LeavesLoop,
        });
    }

    /// <summary>That call has returned.</summary>
    public void Unblock(int index, TimeSpan time)
    {
        if (Open is { Kind: PhaseKind.Block })
        {
            Enter(PhaseKind.Run, index, time);
        }
    }

    /// <summary>Its code has come to an await.</summary>
    public void Await(TraceEvent happened) => _await = happened;

    /// <summary>Of a wait that the loop knows little of, the await may have told more.</summary>
    public TraceEvent Explain(TraceEvent reason)
    {
        if (_await is not { } awaited)
        {
            return reason;
        }

        reason = reason.Site == TraceEvent.Nobody ? reason with { Site = awaited.Site } : reason;
        if (reason.Wait != WaitKind.Native || reason.Other != TraceEvent.Nobody)
        {
            return reason;
        }

        return awaited.Moment > TimeSpan.Zero
            ? reason with { Wait = WaitKind.Timer, Moment = awaited.Moment }
            : awaited.Other == TraceEvent.Nobody ? reason : reason with { Wait = WaitKind.Future, Other = awaited.Other };
    }

    /// <summary>The body that has just begun is written at a place. Unless it was given a name of its own, its call says what it is called.</summary>
    public void IsAt(int site, string method, string? name)
    {
        if (Inner.Site == TraceEvent.Nobody)
        {
            Inner.Site = site;
            Inner.Name = Inner.Name == method ? name ?? method : Inner.Name;
        }
    }

    public void Suspend(int index, TimeSpan time, TraceEvent reason, IReadOnlyList<Strand> members)
    {
        Settle(index, time);
        if (!HasStarted && Creator is TaskStrand creator)
        {
            TakeCallFrom(creator);
        }

        if (_madeReadyInStep)
        {
            Enter(PhaseKind.Ready, index, time);
            return;
        }

        Enter(new Phase
        {
            Kind = PhaseKind.Wait,
            Lane = Inner,
            First = index,
            Start = time,
            Wait = reason.Wait,
            Deadline = reason.Moment,
            Awaited = reason.Other,
            Site = reason.Site,
            Members = reason.Wait == WaitKind.Native ? [.. LanesThatGoOn()] : members,
        });
    }

    public void MakeReady(int index, TimeSpan time, Strand? by)
    {
        Settle(index, time);
        if (Open is { Kind: PhaseKind.Run })
        {
            _madeReadyInStep = true;
        }
        else if (Open is { Kind: PhaseKind.Wait } wait)
        {
            // A sleeper could have gone on from its deadline; when the loop notices later, it was starved meanwhile.
            bool late = by is null && wait.Wait == WaitKind.Timer && wait.Deadline < time && wait.Deadline >= wait.Start;
            wait.By = by ?? EndedLane(wait, index);
            Enter(PhaseKind.Ready, index, late ? wait.Deadline : time);
            _await = null;
        }
    }

    /// <summary>
    /// Its code has called something that runs as another strand in the same step, until that gives control back or, if it is known
    /// when that will be, until then.
    /// </summary>
    public void Hold(int index, TimeSpan time, Strand by, TimeSpan until = default)
    {
        Settle(index, time);
        if (Open is { Kind: PhaseKind.Run })
        {
            Enter(new Phase
            {
                Kind = PhaseKind.Held,
                Lane = Inner,
                First = index,
                Start = time,
                Deadline = until,
                Members = [by],
            });
        }
    }

    /// <summary>The other strand has given control back.</summary>
    public void Unhold(int index, TimeSpan time)
    {
        Settle(index, time);
        if (Open is { Kind: PhaseKind.Held })
        {
            Enter(PhaseKind.Run, index, time);
        }
    }

    public void Complete(int index, TimeSpan time, FutureState state, string? error) => Finish(index, time, state, error);

    public override void Close(int count, TimeSpan now)
    {
        if (Open is { Kind: PhaseKind.Wait, Wait: WaitKind.Timer } sleep && sleep.Deadline < now && sleep.Deadline >= sleep.Start)
        {
            Enter(PhaseKind.Ready, count, sleep.Deadline);
        }

        base.Close(count, now);
    }

    /// <summary>
    /// The lanes of the other kind of code that it has begun: what it waits for, if it waits for something that the loop, or the probes,
    /// cannot see into.
    /// </summary>
    private IEnumerable<Strand> LanesThatGoOn() => Children.Where(child =>
        !child.HasEndedBefore(int.MaxValue) && (_isProbed ? child is TaskStrand { _isProbed: false } : child is NativeStrand));

    /// <summary>Of a wait for ordinary code nobody says what ended it: a lane that it was for and that has ended, if there is one.</summary>
    private static Strand? EndedLane(Phase wait, int index) => wait.Wait is WaitKind.Native or WaitKind.Future
        ? wait.Members.Where(lane => lane.HasEndedBefore(index)).MaxBy(lane => lane.Last)
        : null;

    /// <summary>
    /// A coroutine that ordinary async code awaits becomes a task in the middle of its first step: until then it was a call of the
    /// task that ran, and so were the calls inside it.
    /// </summary>
    private void TakeCallFrom(TaskStrand creator)
    {
        int call = creator._calls.FindLastIndex(lane => lane is not null && IsCallOf(lane.Name, _method));
        if (call < 1)
        {
            return;
        }

        List<LaneDraft?> taken = creator._calls[call..];
        creator._calls.RemoveRange(call, taken.Count);
        creator.Lanes.RemoveAll(taken.Contains);
        Lanes.Clear();
        Lanes.AddRange(taken.OfType<LaneDraft>());
        _calls.AddRange(taken);
        TakeRoot(taken[0]!);
    }

    private static bool IsCallOf(string name, string method) =>
        name == method || name.StartsWith(method + " ", StringComparison.Ordinal);
}
