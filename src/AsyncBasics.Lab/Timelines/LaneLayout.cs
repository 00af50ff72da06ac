namespace AsyncBasics.Lab;

/// <summary>Chooses the lanes of a timeline, orders them as a tree, and fills them with what their strands did.</summary>
internal sealed class LaneLayout
{
    /// <summary>More lanes than that are not drawn: those that began first are.</summary>
    public const int MostLanes = 5000;

    private readonly Trace _trace;
    private readonly TraceRange _range;
    private readonly TimeSpan _instant;
    private readonly ILookup<LaneDraft, Phase> _phases;
    private readonly Dictionary<LaneDraft, IReadOnlyList<LaneDraft>> _holders;
    private readonly List<LaneDraft> _drafts;
    private readonly HashSet<LaneDraft> _kept;
    private readonly Dictionary<LaneDraft, int> _numbers = new(ReferenceEqualityComparer.Instance);

    private LaneLayout(Trace trace, TraceRange range, IReadOnlyList<Strand> strands)
    {
        _trace = trace;
        _range = range;
        _instant = range.Instant(trace);
        _phases = strands
            .SelectMany(strand => strand.Phases)
            .Where(phase => phase.Last >= range.First)
            .ToLookup(phase => phase.Lane);
        _drafts = [.. strands.SelectMany(strand => strand.Lanes).Where(lane => lane.Last >= range.First).OrderBy(lane => lane.First)];
        _kept = new HashSet<LaneDraft>(_drafts, ReferenceEqualityComparer.Instance);
        _holders = strands
            .Where(strand => trace.Holders.ContainsKey(strand.Subject))
            .ToDictionary(strand => strand.Root, IReadOnlyList<LaneDraft> (strand) =>
                [.. trace.Holders[strand.Subject].SelectMany(subject => strands.Where(holder => holder.Subject == subject)).Select(holder => holder.Root)]);
    }

    public static IReadOnlyList<Lane> Arrange(Trace trace, TraceRange range, IReadOnlyList<Strand> strands)
    {
        var layout = new LaneLayout(trace, range, strands);
        layout.LeaveOutTrifles();
        layout.LeaveOutFrames();
        layout.LeaveOutTheManyth();
        return layout.DrawAsTree();
    }

    /// <summary>
    /// A call that never gave up its turn, took no time and went well is a detail of its caller, like any call of a method that is not
    /// async: a lane for it would be noise. What it wrote, its caller wrote, and the tasks it made, its caller made.
    /// </summary>
    private void LeaveOutTrifles()
    {
        for (int i = _drafts.Count - 1; i >= 0; i--)
        {
            LaneDraft lane = _drafts[i];
            bool isTrifle = (!lane.IsTask || lane.IsDetail)
                && lane.State is FutureState.Succeeded
                && lane.End - lane.Start <= _instant
                && _phases[lane].Skip(lane.IsDetail ? 1 : 0).All(phase => phase.Kind is PhaseKind.Run or PhaseKind.Held);
            if (isTrifle)
            {
                lane.Parent!.Output.AddRange(lane.Output);
                _drafts.RemoveAt(i);
                _kept.Remove(lane);
            }
        }
    }

    /// <summary>
    /// Whoever was there before a part of a program began, and did nothing during it but wait for one call, only frames it.
    /// </summary>
    private void LeaveOutFrames()
    {
        while (_drafts.Count > 1
            && _drafts[0] is var frame
            && frame.First < _range.First
            && _drafts.FindAll(lane => ReferenceEquals(KeptParent(lane), frame)) is [{ IsTask: false }]
            && !OwnSegments(frame).Any()
            && !frame.Output.Exists(line => line.Index >= _range.First))
        {
            _drafts.RemoveAt(0);
            _kept.Remove(frame);
        }
    }

    private void LeaveOutTheManyth()
    {
        if (_drafts.Count > MostLanes)
        {
            _kept.ExceptWith(_drafts[MostLanes..]);
            _drafts.RemoveRange(MostLanes, _drafts.Count - MostLanes);
        }
    }

    private LaneDraft? KeptParent(LaneDraft lane)
    {
        LaneDraft? parent = lane.Parent;
        while (parent is not null && !_kept.Contains(parent))
        {
            parent = parent.Parent;
        }

        return parent;
    }

    private List<Lane> DrawAsTree()
    {
        ILookup<LaneDraft?, LaneDraft> children = _drafts.ToLookup(KeptParent);
        List<LaneDraft> ordered = [];
        List<Lane> lanes = [];
        Stack<LaneDraft> open = new(children[null].Reverse());
        while (open.TryPop(out LaneDraft? lane))
        {
            _numbers.Add(lane, ordered.Count);
            ordered.Add(lane);
            foreach (LaneDraft child in children[lane].Reverse())
            {
                open.Push(child);
            }
        }

        foreach (LaneDraft draft in ordered)
        {
            int? parent = KeptParent(draft) is { } above ? _numbers[above] : null;
            int depth = parent is { } number ? lanes[number].Depth + 1 : 0;
            lanes.Add(Draw(draft, parent, depth, children[draft].Where(child => !child.IsTask)));
        }

        return lanes;
    }

    private Lane Draw(LaneDraft draft, int? parent, int depth, IEnumerable<LaneDraft> awaitedInPlace)
    {
        bool hasEnded = draft.Last < _range.Count;
        TimeSpan end = hasEnded ? Clip(draft.End) : _range.Took;
        Segment[] allCalls = [.. awaitedInPlace.Select(Call)];
        IEnumerable<Segment> calls = allCalls.Where(IsMoreThanAnInstant);
        return new Lane
        {
            Name = draft.Name,
            Parent = parent,
            Depth = depth,
            IsTask = draft.IsTask && !draft.IsAwaitedInPlace,
            Line = PlaceOf(draft.Site)?.Line,
            CalledAt = PlaceOf(draft.CallSite),
            IsObserved = draft.IsObserved ?? true,
            IsWorker = draft.IsWorker,
            Start = Clip(draft.Start),
            End = end,
            State = hasEnded ? draft.State : FutureState.Pending,
            Error = hasEnded ? draft.Error : null,
            Segments = Close(OwnSegments(draft).Concat(calls).OrderBy(segment => segment.Start), Clip(draft.Start), end),
            LastWait = hasEnded && draft.State == FutureState.Succeeded ? null : LastWaitOf(draft, allCalls),
            Steps =
            [
                .. _phases[draft].Where(phase => phase.Kind == PhaseKind.Run).Select(phase => Clip(phase.Start)).Distinct(),
            ],
            Output =
            [
                .. draft.Output
                    .Where(line => line.Index >= _range.First)
                    .OrderBy(line => line.Index)
                    .Select(line => new OutputLine(Clip(line.Time), line.Text)),
            ],
        };
    }

    /// <summary>A call that it awaits in place and that has not ended well either is later than any wait of its own.</summary>
    private Segment? LastWaitOf(LaneDraft draft, Segment[] calls)
    {
        Segment? call = calls.LastOrDefault();
        Phase? wait = _phases[draft].LastOrDefault(phase => phase.Kind is PhaseKind.Wait or PhaseKind.Block);
        return call is not null && (wait is null || call.Start >= Clip(wait.Start)) ? call : wait is null ? null : DrawLast(wait);
    }

    private Segment DrawLast(Phase wait)
    {
        Segment last = Draw(wait);
        if (!_holders.TryGetValue(wait.Lane, out IReadOnlyList<LaneDraft>? holders))
        {
            return last;
        }

        return last with
        {
            Text = wait is { Kind: PhaseKind.Block, Awaited: not TraceEvent.Nobody } ? $"blocks for {_trace.Subjects[wait.Awaited].Name}" : last.Text,
            Holders = [.. holders.Select(NumberOf).OfType<int>()],
        };
    }

    private IEnumerable<Segment> OwnSegments(LaneDraft draft) => _phases[draft].Select(Draw).Where(IsMoreThanAnInstant);

    private Segment Draw(Phase phase)
    {
        int[] awaited = [.. phase.Members.Select(member => NumberOf(member.Root)).OfType<int>()];
        return new Segment
        {
            Kind = phase.Kind switch
            {
                PhaseKind.Run => SegmentKind.Running,
                PhaseKind.Block => SegmentKind.Blocked,
                PhaseKind.Ready => SegmentKind.Ready,
                _ => SegmentKind.Waiting,
            },
            Start = Clip(phase.Start),
            End = Clip(phase.End),
            Target = phase.Kind == PhaseKind.Held ? WaitTarget.Call
                : phase.Kind != PhaseKind.Wait ? WaitTarget.Nothing
                : awaited.Length > 0 ? WaitTarget.Lanes
                : phase.Wait == WaitKind.Timer ? WaitTarget.Timer
                : WaitTarget.Other,
            Text = WaitWords.Of(phase, _trace),
            Awaited = awaited,
            WokenBy = phase.By is { } by ? NumberOf(by.Root) : null,
            IsCritical = phase.IsCritical,
            LeavesLoop = phase.Kind == PhaseKind.Block && (phase.LeavesLoop || phase.IsOnWorker),
            Place = PlaceOf(phase.Site),
        };
    }

    /// <summary>The stretch in which a lane waits for one that it awaits in place.</summary>
    private Segment Call(LaneDraft callee) => new()
    {
        Kind = SegmentKind.Waiting,
        Start = Clip(callee.Start),
        End = callee.Last < _range.Count ? Clip(callee.End) : _range.Took,
        Target = WaitTarget.Lanes,
        Text = $"waits for {callee.Name}",
        Awaited = [_numbers[callee]],
        WokenBy = callee.Last < _range.Count ? _numbers[callee] : null,
        Place = PlaceOf(callee.AwaitSite),
    };

    /// <summary>
    /// What was too short to be drawn leaves gaps of its own size; they are given to the segment before, the first to that after it.
    /// </summary>
    private Segment[] Close(IEnumerable<Segment> segments, TimeSpan start, TimeSpan end)
    {
        Segment[] closed = [.. segments];
        if (closed.Length > 0 && closed[0].Start - start <= _instant)
        {
            closed[0] = closed[0] with { Start = start };
        }

        for (int i = 0; i < closed.Length; i++)
        {
            TimeSpan next = i + 1 < closed.Length ? closed[i + 1].Start : end;
            if (next - closed[i].End <= _instant)
            {
                closed[i] = closed[i] with { End = next };
            }
        }

        return closed;
    }

    private SourcePlace? PlaceOf(int site) => site == TraceEvent.Nobody ? null : _trace.Sites[site].Place;

    private bool IsMoreThanAnInstant(Segment segment) => segment.Duration > _instant;

    private int? NumberOf(LaneDraft lane) => _numbers.TryGetValue(lane, out int number) ? number : null;

    private TimeSpan Clip(TimeSpan time)
    {
        TimeSpan since = time - _range.Start;
        return since < TimeSpan.Zero ? TimeSpan.Zero : since < _range.Took ? since : _range.Took;
    }
}
