namespace AsyncBasics.Lab;

/// <summary>
/// A named stretch of ordinary async code. The loop does not see its steps: what it does between two events of its own has to be
/// read from the timers it set, the strands it began and the blocking calls in them.
/// </summary>
internal sealed class NativeStrand : Strand
{
    private readonly BlockingCalls _blocks;
    private readonly List<TimeSpan> _deadlines = [];
    private int _lastAct;

    public NativeStrand(int subject, LaneDraft root, Strand? creator, BlockingCalls blocks)
        : base(subject, root, creator)
    {
        _blocks = blocks;
        _lastAct = root.First;
        Enter(PhaseKind.Run, root.First, root.Start);
    }

    public override LaneDraft Inner => Root;

    /// <summary>Something that only its own code can have done: it runs now.</summary>
    public void Act(int index, TimeSpan time)
    {
        if (ReadGap(index, time))
        {
            Enter(PhaseKind.Run, index, time);
        }

        _deadlines.RemoveAll(deadline => deadline <= time);
        _lastAct = index;
    }

    public void SetTimer(int index, TimeSpan time, TimeSpan deadline)
    {
        Act(index, time);
        _deadlines.Add(deadline);
    }

    public void Block(int index, TimeSpan time, TimeSpan duration)
    {
        Act(index, time);
        EnterBlock(index, time, duration, TraceEvent.Nobody);
    }

    public void EndLane(int index, TimeSpan time, FutureState state, string? error)
    {
        Act(index, time);
        Finish(index, time, state, error);
    }

    public override void Close(int count, TimeSpan now)
    {
        if (Open is not null)
        {
            ReadGap(count, now);
        }

        base.Close(count, now);
    }

    /// <summary>Says what it did since it last ran, if that took time.</summary>
    /// <returns>Whether it took time.</returns>
    private bool ReadGap(int index, TimeSpan time)
    {
        Settle(index, time);
        if (Open is not { Kind: PhaseKind.Run } run || run.Start >= time)
        {
            return false;
        }

        TimeSpan start = run.Start;
        while (_blocks.FindInside(this, start) is { } block && start < time)
        {
            TimeSpan end = block.End < time ? block.End : time;
            Enter(new Phase { Kind = PhaseKind.Held, Lane = Root, First = _lastAct, Start = start, Members = [block.Inside] });
            start = end;
        }

        if (start < time)
        {
            ReadWait(_lastAct, start, index, time);
        }

        return true;
    }

    private void ReadWait(int first, TimeSpan start, int index, TimeSpan time)
    {
        if (Alarm(start, time) is { } deadline)
        {
            Enter(new Phase
            {
                Kind = PhaseKind.Wait,
                Lane = Root,
                First = first,
                Start = start,
                Wait = WaitKind.Timer,
                Deadline = deadline,
            });
            if (deadline < time && _blocks.AnyDuring(deadline, time))
            {
                Enter(new Phase { Kind = PhaseKind.Ready, Lane = Root, First = first, Start = deadline });
            }

            return;
        }

        if (_blocks.AreWithoutPause(start, time))
        {
            // Nobody else had a turn: whatever it waited for, it was starved.
            Enter(new Phase { Kind = PhaseKind.Ready, Lane = Root, First = first, Start = start });
            return;
        }

        Strand[] members = [.. Children.Where(child => child.First <= first && !child.HasEndedBefore(first))];
        Strand? by = members.Where(child => child.HasEndedBefore(index) && IsAbout(child.End, time)).MaxBy(child => child.Last);
        Enter(new Phase
        {
            Kind = PhaseKind.Wait,
            Lane = Root,
            First = first,
            Start = start,
            Wait = members.Length > 0 ? WaitKind.Future : WaitKind.Native,
            Members = members,
            By = by,
        });
    }

    /// <summary>The timer of its own that can have ended its wait; while it still waits, the first that is to come.</summary>
    private TimeSpan? Alarm(TimeSpan start, TimeSpan time)
    {
        TimeSpan[] rung = [.. _deadlines.Where(deadline => deadline > start && deadline <= time && IsAbout(deadline, time))];
        if (rung.Length > 0)
        {
            return rung.Max();
        }

        TimeSpan[] ahead = [.. _deadlines.Where(deadline => deadline > time)];
        return ahead.Length > 0 && Children.TrueForAll(child => child.HasEndedBefore(int.MaxValue)) ? ahead.Min() : null;
    }

    /// <summary>Whether what happened at one moment can have been the cause at another: at once, or as soon as the loop was free.</summary>
    private bool IsAbout(TimeSpan cause, TimeSpan time) => time - cause <= _blocks.Slack || _blocks.AnyDuring(cause, time);
}
