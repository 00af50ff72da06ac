namespace AsyncBasics.Lab;

/// <summary>How far one strand has come in a replay, and who waits for it to come to some event.</summary>
internal sealed class StrandReplay(Strand strand)
{
    private readonly TimeSpan?[] _reached = new TimeSpan?[strand.Phases.Count];
    private readonly List<(int Phase, int Index, Action<TimeSpan> Then)> _waiting = [];

    public Strand Strand { get; } = strand;

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
            _waiting.Add((Strand.PhaseAt(index), index, then));
        }
    }

    /// <summary>It has come to a phase: those who waited for an event in it are told.</summary>
    public void Reach(int number, TimeSpan time, Trace trace)
    {
        _reached[number] = time;
        foreach ((int phase, int index, Action<TimeSpan> then) in _waiting.FindAll(waiter => waiter.Phase == number))
        {
            then(TimeOf(index, trace)!.Value);
        }

        _waiting.RemoveAll(waiter => waiter.Phase == number);
    }
}
