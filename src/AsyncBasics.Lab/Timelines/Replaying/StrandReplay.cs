namespace AsyncBasics.Lab;

/// <summary>How far one strand has come in a replay, and who waits for it to come to some event.</summary>
internal sealed class StrandReplay(Strand strand)
{
    private readonly TimeSpan?[] _reached = new TimeSpan?[strand.Phases.Count];

    /// <summary>For each phase, who waits for an event in it.</summary>
    private readonly List<(int Index, Action<TimeSpan> Then)>?[] _waiting = new List<(int Index, Action<TimeSpan> Then)>?[strand.Phases.Count];

    private Strand[]? _childrenByEnd;

    public Strand Strand { get; } = strand;

    /// <summary>The strands it made that ended with an event from the first of these on, and before the second.</summary>
    public List<Strand> ChildrenEndedIn(int from, int before)
    {
        _childrenByEnd ??= [.. Strand.Children.OrderBy(child => child.Last)];
        int low = 0;
        for (int high = _childrenByEnd.Length; low < high;)
        {
            int middle = (low + high) / 2;
            (low, high) = _childrenByEnd[middle].Last < from ? (middle + 1, high) : (low, middle);
        }

        List<Strand> ended = [];
        for (; low < _childrenByEnd.Length && _childrenByEnd[low].Last < before; low++)
        {
            ended.Add(_childrenByEnd[low]);
        }

        return ended;
    }

    /// <summary>The replay's time of an event in this strand's code; <see langword="null"/> when it has not come so far.</summary>
    public TimeSpan? TimeOf(int index, Trace trace)
    {
        int number = Strand.PhaseAt(index);
        if (_reached[number] is not { } start)
        {
            return null;
        }

        Phase phase = Strand.Phases[number];
        TimeSpan into = trace.Events[index].Time - phase.Start;
        return start + (into < TimeSpan.Zero ? TimeSpan.Zero : into < phase.Length ? into : phase.Length);
    }

    public void When(int index, Trace trace, Action<TimeSpan> then)
    {
        if (TimeOf(index, trace) is { } time)
        {
            then(time);
        }
        else
        {
            (_waiting[Strand.PhaseAt(index)] ??= []).Add((index, then));
        }
    }

    /// <summary>It has come to a phase: those who waited for an event in it are told.</summary>
    public void Reach(int number, TimeSpan time, Trace trace)
    {
        _reached[number] = time;
        List<(int Index, Action<TimeSpan> Then)> waiting = _waiting[number] ?? [];
        _waiting[number] = null;
        foreach ((int index, Action<TimeSpan> then) in waiting)
        {
            then(TimeOf(index, trace)!.Value);
        }
    }
}
