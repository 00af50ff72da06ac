namespace AsyncBasics.Lab;

/// <summary>
/// Runs a trace again, with blocking calls taken as waits: every strand does what it did, for as long as it did, and waits for what it
/// waited for, but nobody is held up by somebody else's blocking call. Code that runs still takes turns, for there is one thread.
/// </summary>
internal sealed class Replay
{
    private readonly TraceRange _range;
    private readonly Trace _trace;
    private readonly PriorityQueue<(StrandReplay Strand, int Phase), (TimeSpan Time, int Order)> _turns = new();
    private readonly Dictionary<Strand, StrandReplay> _strands = new(ReferenceEqualityComparer.Instance);
    private TimeSpan _loopIsFree;

    private Replay(Trace trace, TraceRange range)
    {
        _trace = trace;
        _range = range;
    }

    /// <summary>
    /// When the last of the events <paramref name="ends"/> happens in the replay, since the beginning of the range.
    /// </summary>
    /// <returns><see langword="null"/> when the trace does not tell.</returns>
    public static TimeSpan? Run(Trace trace, TraceRange range, IReadOnlyList<Strand> strands, IEnumerable<(Strand Strand, int Index)> ends)
    {
        if (strands.Any(strand => BlocksItsCaller(strand, range, trace)))
        {
            return null;
        }

        var replay = new Replay(trace, range);
        StrandReplay[] alive = [.. strands.Where(strand => !strand.HasEndedBefore(range.First)).Select(strand => new StrandReplay(strand))];
        foreach (StrandReplay strand in alive)
        {
            replay._strands.Add(strand.Strand, strand);
        }

        foreach (StrandReplay strand in alive)
        {
            replay.Begin(strand);
        }

        replay.RunTurns();
        return ends.Select(end => replay._strands[end.Strand].TimeOf(end.Index, trace)).Aggregate(
            (TimeSpan?)TimeSpan.Zero, (latest, time) => latest is null || time is null ? null : time > latest ? time : latest);
    }

    /// <summary>
    /// Whether code stood still inside a call of its own that blocked. Whether it would have had to wait for that call, had it not
    /// blocked, the trace does not say; of a lane that nobody in the trace began it does not even say who stood still.
    /// </summary>
    private static bool BlocksItsCaller(Strand strand, TraceRange range, Trace trace)
    {
        TimeSpan instant = range.Instant(trace);
        return strand.Phases.Any(phase => phase.Last >= range.First && phase.Length > instant && phase.Kind switch
        {
            PhaseKind.Held => true,
            PhaseKind.Block => strand is NativeStrand { Creator: null } && phase.Start == strand.Root.Start,
            _ => false,
        });
    }

    private void RunTurns()
    {
        while (_turns.TryDequeue(out (StrandReplay Strand, int Phase) turn, out (TimeSpan Time, int Order) at))
        {
            Enter(turn.Strand, turn.Phase, at.Time > _loopIsFree ? at.Time : _loopIsFree);
        }
    }

    private void Begin(StrandReplay replay)
    {
        Strand strand = replay.Strand;
        int first = 0;
        while (first < strand.Phases.Count - 1 && strand.Phases[first].Last <= _range.First)
        {
            first++;
        }

        if (strand.First < _range.First)
        {
            Enter(replay, first, TimeSpan.Zero);
        }
        else if (strand.Creator is { } creator)
        {
            When(creator, strand.First, time => Enter(replay, first, time));
        }
        else
        {
            // Nobody in the trace began it: it begins when it did.
            TimeSpan begun = strand.Phases[0].Start - _range.Start;
            Enter(replay, first, begun > TimeSpan.Zero ? begun : TimeSpan.Zero);
        }
    }

    /// <summary>The strand comes to a phase at <paramref name="time"/>, and goes on as long as its code just runs.</summary>
    private void Enter(StrandReplay replay, int number, TimeSpan time)
    {
        IReadOnlyList<Phase> phases = replay.Strand.Phases;
        for (; number < phases.Count && phases[number].Kind == PhaseKind.Run; number++)
        {
            replay.Reach(number, time, _trace);
            time += LengthInRange(phases[number]);
            _loopIsFree = time > _loopIsFree && !phases[number].IsOnWorker ? time : _loopIsFree;
        }

        if (number == phases.Count)
        {
            return;
        }

        replay.Reach(number, time, _trace);
        Phase phase = phases[number];
        if (phase.Kind == PhaseKind.Wait)
        {
            Await(replay, number, phase, time);
        }
        else
        {
            Queue(replay, number + 1, phase.Kind == PhaseKind.Block ? time + LengthInRange(phase) : time);
        }
    }

    private TimeSpan LengthInRange(Phase phase)
    {
        TimeSpan length = phase.End - (phase.Start > _range.Start ? phase.Start : _range.Start);
        return length > TimeSpan.Zero ? length : TimeSpan.Zero;
    }

    private void Queue(StrandReplay replay, int number, TimeSpan time)
    {
        if (number < replay.Strand.Phases.Count)
        {
            _turns.Enqueue((replay, number), (time, replay.Strand.Phases[number].First));
        }
    }

    private void Await(StrandReplay replay, int number, Phase phase, TimeSpan time)
    {
        var wait = new Join(phase.By is null ? time + LengthInRange(phase) : time, end => Queue(replay, number + 1, end));
        foreach (Strand member in Awaited(phase))
        {
            wait.Add();
            When(member, member.HasEndedBefore(phase.Last) ? member.Last : phase.Last, wait.Arrive);
        }

        foreach (Strand child in ChildrenEndedBy(replay, number))
        {
            wait.Add();
            When(child, child.Last, wait.Arrive);
        }

        wait.Seal();
    }

    /// <summary>Whose progress ends the wait: of a combination that ended when its members had, all of them.</summary>
    private static IEnumerable<Strand> Awaited(Phase phase)
    {
        if (phase.By is null)
        {
            return [];
        }

        return phase.EndedWithTheFirst || !phase.Members.Contains(phase.By) ? [phase.By] : phase.Members;
    }

    /// <summary>
    /// Awaiting what has already ended leaves no sign in a trace. So whoever goes on is taken to need those of its children that had
    /// ended by then, except those whose competitor it was content with.
    /// </summary>
    private static IEnumerable<Strand> ChildrenEndedBy(StrandReplay replay, int wait)
    {
        Strand strand = replay.Strand;
        int resumed = strand.FirstStepFrom(wait);
        int lastWait = wait - 1;
        while (lastWait >= 0 && strand.Phases[lastWait].Kind != PhaseKind.Wait)
        {
            lastWait--;
        }

        int known = lastWait < 0 ? 0 : strand.FirstStepFrom(lastWait);
        List<Strand> ended = replay.ChildrenEndedIn(known, resumed);
        return ended.Count == 0 ? ended : ended.Except(strand.Phases[wait].Members);
    }

    /// <summary>Calls back with the replay's time of an event in a strand's code, now or when it is known.</summary>
    private void When(Strand strand, int index, Action<TimeSpan> then)
    {
        if (index < _range.First || !_strands.TryGetValue(strand, out StrandReplay? replay))
        {
            then(TimeSpan.Zero);
        }
        else
        {
            replay.When(index, _trace, then);
        }
    }
}
