namespace AsyncBasics.Lab;

/// <summary>
/// Something that does one thing after another: a task, or a named stretch of ordinary async code. What it does is a chain of phases
/// without gaps, each on the innermost lane at the time.
/// </summary>
internal abstract class Strand
{
    private readonly List<Phase> _phases = [];

    protected Strand(int subject, LaneDraft root, Strand? creator)
    {
        Subject = subject;
        Root = root;
        Creator = creator;
        First = root.First;
        Lanes.Add(root);
        creator?.Children.Add(this);
    }

    /// <summary>Its index in the trace.</summary>
    public int Subject { get; }

    /// <summary>The lane of its outermost call.</summary>
    public LaneDraft Root { get; private set; }

    /// <summary>The strand whose code made it.</summary>
    public Strand? Creator { get; }

    /// <summary>The strands that its code made, in order.</summary>
    public List<Strand> Children { get; } = [];

    /// <summary>The index of the event with which it began.</summary>
    public int First { get; }

    /// <summary>The index of the event with which it ended.</summary>
    public int Last { get; private set; } = int.MaxValue;

    public TimeSpan End { get; private set; }

    public IReadOnlyList<Phase> Phases => _phases;

    /// <summary>All lanes it has had, in the order in which they began.</summary>
    public List<LaneDraft> Lanes { get; } = [];

    /// <summary>The innermost lane now.</summary>
    public abstract LaneDraft Inner { get; }

    protected Phase? Open { get; private set; }

    /// <summary>Whether its code runs on another thread than the loop's now.</summary>
    public bool IsOnWorker { get; set; }

    public bool HasEndedBefore(int index) => Last < index;

    /// <summary>The phase in which it stands just when the event at <paramref name="index"/> happens.</summary>
    public int PhaseAt(int index)
    {
        int low = 0;
        int high = _phases.Count - 1;
        while (low < high)
        {
            int middle = (low + high + 1) / 2;
            (low, high) = _phases[middle].First <= index ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>The last event up to one at which its code was not waiting.</summary>
    public int LastActBefore(int index)
    {
        Phase phase = _phases[PhaseAt(index)];
        return phase.Kind == PhaseKind.Wait ? phase.First - 1 : index;
    }

    /// <summary>The event with which its code first runs again, from a phase on.</summary>
    public int FirstStepFrom(int phase)
    {
        while (phase < _phases.Count && _phases[phase].Kind != PhaseKind.Run)
        {
            phase++;
        }

        return phase < _phases.Count ? _phases[phase].First : int.MaxValue;
    }

    public void Write(int index, TimeSpan time, string text) => Inner.Output.Add((index, time, text));

    /// <summary>Closes what is open at the end of the reading.</summary>
    public virtual void Close(int count, TimeSpan now)
    {
        if (Open is null)
        {
            return;
        }

        Settle(count, now);
        Open.End = now > Open.Start ? now : Open.Start;
    }

    /// <summary>A blocking call is over when anything else happens: from its end on, the code has run again.</summary>
    protected void Settle(int index, TimeSpan time)
    {
        if (Open is { Kind: PhaseKind.Block or PhaseKind.Held } block && block.Deadline > TimeSpan.Zero && block.Deadline <= time)
        {
            Enter(new Phase { Kind = PhaseKind.Run, Lane = Inner, First = index, Start = block.Deadline });
        }
    }

    protected void EnterBlock(int index, TimeSpan time, TimeSpan duration, int site)
    {
        Settle(index, time);
        Enter(new Phase { Kind = PhaseKind.Block, Lane = Inner, First = index, Start = time, Deadline = time + duration, Site = site });
    }

    protected void Enter(PhaseKind kind, int index, TimeSpan time) =>
        Enter(new Phase { Kind = kind, Lane = Inner, First = index, Start = time });

    protected void Enter(Phase phase)
    {
        Leave(phase.First, phase.Start);
        phase.IsOnWorker = IsOnWorker;
        _phases.Add(phase);
        Open = phase;
    }

    protected void Leave(int index, TimeSpan time)
    {
        if (Open is not null)
        {
            Open.Last = index;
            Open.End = time > Open.Start ? time : Open.Start;
            Open = null;
        }
    }

    protected void Finish(int index, TimeSpan time, FutureState state, string? error)
    {
        Settle(index, time);
        Leave(index, time);
        Last = index;
        End = time;
        Root.Finish(index, time, state, error);
    }

    protected void TakeRoot(LaneDraft root) => Root = root;
}
