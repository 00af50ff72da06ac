using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>
/// Runs a timeline again with a repair: every lane does what it did, for as long as it did, and waits for what it waited for, but for what
/// the repair changes. There is one loop: whoever blocks it holds the others up.
/// </summary>
internal sealed class WhatIf
{
    private readonly Repair _repair;
    private readonly ILookup<(int Lane, int First), Overlap> _overlaps;
    private readonly HashSet<int> _dropped;
    private readonly Course[] _courses;
    private readonly PriorityQueue<(int Lane, int Leg, Stretch Within), (TimeSpan Time, TimeSpan Was, int Lane)> _turns = new();
    private TimeSpan _loopIsFree;

    private WhatIf(Timeline timeline, Repair repair)
    {
        _repair = repair;
        _overlaps = repair.Overlaps.ToLookup(one => (one.Lane, one.First));
        _dropped = [.. repair.Skipped.SelectMany(one => timeline.Lanes[one.Lane].Segments[one.Segment].Awaited)];
        _courses = [.. timeline.Lanes.Select(Course.Of)];
        for (int lane = 0; lane < _courses.Length; lane++)
        {
            Lane one = timeline.Lanes[lane];
            if (one.Parent is { } parent)
            {
                (int leg, TimeSpan offset) = _courses[parent].BeginningOf(lane, one.Start);
                (_courses[parent].Starts[leg] ??= []).Add((lane, offset));
                _courses[parent].Children.Add(lane);
            }
        }
    }

    /// <summary>When each lane would have begun; <see langword="null"/> if it would not have.</summary>
    public TimeSpan? StartOf(int lane) => _courses[lane].Reached[0];

    /// <summary>When each lane would have ended; <see langword="null"/> if it would not have.</summary>
    public TimeSpan? EndOf(int lane) => _courses[lane].Reached[^1];

    /// <summary>When the last of the lanes that nobody made would have ended; <see langword="null"/> when that cannot be said.</summary>
    public TimeSpan? Makespan { get; private set; }

    public static WhatIf Run(Timeline timeline, Repair repair)
    {
        var replay = new WhatIf(timeline, repair);
        int[] roots = [.. Enumerable.Range(0, timeline.Lanes.Count).Where(lane => timeline.Lanes[lane].Parent is null)];
        try
        {
            replay.Run(roots, timeline);
        }
        catch (InsufficientExecutionStackException)
        {
            // Calls in calls, thousands deep: what would have been cannot be said.
            return replay;
        }

        TimeSpan?[] ends = [.. roots.Select(replay.EndOf)];
        replay.Makespan = ends.Length == 0 || Array.Exists(ends, end => end is null) ? null : ends.Max();
        return replay;
    }

    private void Run(int[] roots, Timeline timeline)
    {
        foreach (int root in roots)
        {
            Set(root, timeline.Lanes[root].Start);
        }

        while (_turns.TryDequeue(out (int Lane, int Leg, Stretch Within) turn, out (TimeSpan Time, TimeSpan Was, int Lane) at))
        {
            if (!timeline.Lanes[turn.Lane].IsWorker && _loopIsFree > at.Time)
            {
                _turns.Enqueue(turn, at with { Time = _loopIsFree });
            }
            else
            {
                Reach(turn.Lane, turn.Leg, turn.Within, at.Time);
            }
        }
    }

    /// <summary>A stretch of legs that is gone through, and what comes after it.</summary>
    private sealed record Stretch(int Last, Overlap? Of, Action<TimeSpan> Then);

    private void Set(int lane, TimeSpan time)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        Course course = _courses[lane];
        var whole = new Stretch(course.Legs.Count - 1, null, End);
        if (course.Legs is [{ Kind: not SegmentKind.Ready }, ..] && course.Lane.Parent is not null)
        {
            // It began inside of whoever began it, and not when the loop came to it.
            Reach(lane, 0, whole, time);
        }
        else
        {
            Queue(lane, 0, whole, time);
        }

        void End(TimeSpan end) => AfterChildren(lane, TimeSpan.Zero, course.Lane.End, end, all => Arrive(lane, course.Legs.Count, all));
    }

    /// <summary>
    /// Awaiting what has already ended takes no time and leaves no sign. So whoever comes to an end, or goes on after he was starved, is
    /// taken to have awaited those of his tasks that had ended meanwhile.
    /// </summary>
    private void AfterChildren(int lane, TimeSpan from, TimeSpan until, TimeSpan time, Action<TimeSpan> then)
    {
        var all = new Join(time, then);
        foreach (int child in _courses[lane].Children)
        {
            Lane one = _courses[child].Lane;
            if (!_dropped.Contains(child) && one is { IsTask: true, IsObserved: true, State: not FutureState.Pending } && one.End > from && one.End <= until)
            {
                all.Add();
                When(child, _courses[child].Legs.Count, TimeSpan.Zero, all.Arrive);
            }
        }

        all.Seal();
    }

    private void Queue(int lane, int leg, Stretch within, TimeSpan time)
    {
        Course course = _courses[lane];
        TimeSpan was = leg < course.Legs.Count ? course.Legs[leg].Start : course.Lane.End;
        _turns.Enqueue((lane, leg, within), (time, was, lane));
    }

    private void Reach(int lane, int leg, Stretch within, TimeSpan time)
    {
        if (leg > within.Last)
        {
            within.Then(time);
            return;
        }

        Overlap? overlap = _overlaps[(lane, leg)]
            .Where(one => one.Last <= within.Last && one != within.Of && IsInside(one, within.Of))
            .MaxBy(one => one.Last);
        if (overlap is not null)
        {
            Fork(overlap, within, time);
            return;
        }

        Arrive(lane, leg, time);
        Run(lane, leg, time, end => Queue(lane, leg + 1, within, end));
    }

    private static bool IsInside(Overlap overlap, Overlap? outer) =>
        outer is null || overlap.Last - overlap.First < outer.Last - outer.First;

    private void Fork(Overlap overlap, Stretch within, TimeSpan time)
    {
        var all = new Join(time, end => Queue(overlap.Lane, overlap.Last + 1, within, end));
        Join[] starts = new Join[overlap.Branches.Count];
        List<Join>[] followers = [.. overlap.Branches.Select(_ => new List<Join>())];
        for (int number = 0; number < starts.Length; number++)
        {
            Branch branch = overlap.Branches[number];
            List<Join> mine = followers[number];
            all.Add();
            starts[number] = new Join(time, start => Queue(
                overlap.Lane,
                branch.First,
                new Stretch(branch.Last, overlap, end =>
                {
                    mine.ForEach(follower => follower.Arrive(end));
                    all.Arrive(end);
                }),
                start));
            foreach (int earlier in branch.After)
            {
                starts[number].Add();
                followers[earlier].Add(starts[number]);
            }
        }

        foreach (Join start in starts)
        {
            start.Seal();
        }

        all.Seal();
    }

    /// <summary>A lane has come so far: whoever begins there begins, and whoever waits for it is told.</summary>
    private void Arrive(int lane, int leg, TimeSpan time)
    {
        Course course = _courses[lane];
        course.Reached[leg] = time;
        foreach ((int child, TimeSpan offset) in (course.Starts[leg] ?? []).Where(one => !_dropped.Contains(one.Lane)))
        {
            Set(child, time + offset);
        }

        List<(TimeSpan Offset, Action<TimeSpan> Then)> waiting = course.Waiting[leg] ?? [];
        course.Waiting[leg] = null;
        foreach ((TimeSpan offset, Action<TimeSpan> then) in waiting)
        {
            then(time + offset);
        }
    }

    private void Run(int lane, int leg, TimeSpan time, Action<TimeSpan> then)
    {
        Segment segment = _courses[lane].Legs[leg];
        bool isOpen = leg == _courses[lane].Legs.Count - 1 && _courses[lane].Lane.State == FutureState.Pending;
        bool isReleased = _repair.Released.Contains((lane, leg));
        if (isOpen)
        {
            return;
        }

        if (segment.Kind == SegmentKind.Ready && leg > 0)
        {
            AfterChildren(lane, segment.Start, segment.End, time, then);
        }
        else if (segment.Kind == SegmentKind.Ready || _repair.Skipped.Contains((lane, leg)))
        {
            then(time);
        }
        else if (segment is { Target: WaitTarget.Call, Awaited: [var callee, ..] })
        {
            StandStill(segment, callee, time, then);
        }
        else if (segment.Kind is SegmentKind.Blocked or SegmentKind.Running && !isReleased)
        {
            TimeSpan end = time + segment.Duration;
            _loopIsFree = _courses[lane].Lane.IsWorker || end < _loopIsFree ? _loopIsFree : end;
            then(end);
        }
        else
        {
            Await(segment, time, then);
        }
    }

    /// <summary>
    /// Its code stands still inside a call of its own that blocks: until that call goes on, or, where it would only have waited, until then.
    /// </summary>
    private void StandStill(Segment segment, int callee, TimeSpan time, Action<TimeSpan> then)
    {
        Course course = _courses[callee];
        if (!course.Lane.IsTask)
        {
            // It is awaited in place: whether it blocks or waits, its caller goes on when it has ended.
            When(callee, course.Legs.Count, TimeSpan.Zero, ended => then(ended > time ? ended : time));
            return;
        }

        int first = course.PositionAt(segment.Start).Leg;
        int last = course.PositionAt(segment.End).Leg;
        for (int leg = first; leg < last; leg++)
        {
            if (_repair.Released.Contains((callee, leg)))
            {
                When(callee, leg, TimeSpan.Zero, reached => then(reached > time ? reached : time));
                return;
            }

            if (course.Legs[leg] is { Target: WaitTarget.Call, Awaited: [var inner, ..] } call && IsReleased(inner, call))
            {
                StandStill(call, inner, time, then);
                return;
            }
        }

        When(callee, last, TimeSpan.Zero, reached => then(reached > time ? reached : time));
    }

    private bool IsReleased(int callee, Segment call)
    {
        Course course = _courses[callee];
        return Enumerable.Range(0, course.Legs.Count).Any(leg => course.Legs[leg].Start >= call.Start && course.Legs[leg].End <= call.End
            && (_repair.Released.Contains((callee, leg))
                || (course.Legs[leg] is { Target: WaitTarget.Call, Awaited: [var inner, ..] } nested && IsReleased(inner, nested))));
    }

    private void Await(Segment segment, TimeSpan time, Action<TimeSpan> then)
    {
        int[] awaited = [.. segment.Awaited.Where(lane => _courses[lane].Lane.State != FutureState.Pending)];
        bool endedEarly = awaited.Length < segment.Awaited.Count || Array.Exists(awaited, lane => _courses[lane].Lane.End > segment.End);
        if (segment.WokenBy is { } waker && (awaited.Length == 0 || endedEarly))
        {
            bool isEnd = _courses[waker].Lane.End <= segment.End;
            (int leg, TimeSpan offset) = isEnd ? (_courses[waker].Legs.Count, TimeSpan.Zero) : _courses[waker].PositionAt(segment.End);
            When(waker, leg, offset, reached => then(reached > time ? reached : time));
        }
        else if (awaited.Length == 0 || endedEarly)
        {
            then(time + segment.Duration);
        }
        else
        {
            var all = new Join(time, then);
            foreach (int lane in awaited)
            {
                all.Add();
                When(lane, _courses[lane].Legs.Count, TimeSpan.Zero, all.Arrive);
            }

            all.Seal();
        }
    }

    private void When(int lane, int leg, TimeSpan offset, Action<TimeSpan> then)
    {
        if (_courses[lane].Reached[leg] is { } time)
        {
            then(time + offset);
        }
        else
        {
            (_courses[lane].Waiting[leg] ??= []).Add((offset, then));
        }
    }
}
