namespace AsyncBasics.Lab;

/// <summary>What a strand is doing.</summary>
internal enum PhaseKind
{
    Run,
    Block,
    Ready,
    Wait,

    /// <summary>Its code stands still inside a call of its own that runs as another strand: a task that starts eagerly, native code.</summary>
    Held,
}

/// <summary>A stretch of a strand between two events of the trace, in which it does one thing.</summary>
internal sealed class Phase
{
    public required PhaseKind Kind { get; init; }

    /// <summary>The innermost lane, to which it belongs.</summary>
    public required LaneDraft Lane { get; init; }

    /// <summary>The index of the event with which it began; with <see cref="Last"/> it gives an order where times are equal.</summary>
    public required int First { get; init; }

    public required TimeSpan Start { get; init; }

    /// <summary>The index of the event with which it ended; that of the end of the reading while it goes on.</summary>
    public int Last { get; set; } = int.MaxValue;

    public TimeSpan End { get; set; }

    public bool IsOpen => Last == int.MaxValue;

    public TimeSpan Length => End - Start;

    /// <summary>Where in the source: an index into <see cref="Trace.Sites"/>.</summary>
    public int Site { get; init; } = TraceEvent.Nobody;

    /// <summary>What it waits for.</summary>
    public WaitKind Wait { get; init; }

    /// <summary>When it waits for a timer, the deadline; when it blocks, the moment at which the call should return.</summary>
    public TimeSpan Deadline { get; init; }

    /// <summary>The future or task it waits for.</summary>
    public int Awaited { get; init; } = TraceEvent.Nobody;

    /// <summary>The strands it waits for, as far as the wait is for strands.</summary>
    public IReadOnlyList<Strand> Members { get; set; } = [];

    /// <summary>Who ended the wait.</summary>
    public Strand? By { get; set; }

    /// <summary>Whether one of several ended the wait before all of them had ended: the others were in no hurry.</summary>
    public bool EndedWithTheFirst => By is not null && Members.Contains(By) && Members.Any(member => member.Last > By.Last);

    /// <summary>Whether it went by on another thread than the loop's, which it therefore did not hold.</summary>
    public bool IsOnWorker { get; set; }

    /// <summary>Whether it blocks nobody but its own thread.</summary>
    public bool LeavesLoop { get; init; }

    /// <summary>Whether it lies on the critical path.</summary>
    public bool IsCritical { get; set; }
}
