namespace AsyncBasics.Lab;

/// <summary>A lane while the trace is being read.</summary>
internal sealed class LaneDraft
{
    public required string Name { get; set; }

    public required LaneDraft? Parent { get; init; }

    /// <summary>Whether it is a strand of its own; otherwise its parent awaits it in place.</summary>
    public required bool IsTask { get; init; }

    public required int First { get; init; }

    /// <summary>Where its own code is: an index into <see cref="Trace.Sites"/>.</summary>
    public int Site { get; set; } = TraceEvent.Nobody;

    /// <summary>Where it was called or made.</summary>
    public int CallSite { get; set; } = TraceEvent.Nobody;

    /// <summary>Where its parent awaits it in place, if it does.</summary>
    public int AwaitSite { get; init; } = TraceEvent.Nobody;

    /// <summary>Whether somebody asked how it ended; <see langword="null"/> when the trace does not tell.</summary>
    public bool? IsObserved { get; set; }

    /// <summary>Whether it is not worth a lane when it took no time and went well.</summary>
    public bool IsDetail { get; init; }

    /// <summary>Whether it is work that was given to another thread.</summary>
    public bool IsWorker { get; init; }

    /// <summary>Whether nobody but its caller had its task, who awaited it where it called it.</summary>
    public bool IsAwaitedInPlace { get; set; }

    public required TimeSpan Start { get; init; }

    public int Last { get; private set; } = int.MaxValue;

    public TimeSpan End { get; private set; }

    public FutureState State { get; private set; }

    public string? Error { get; set; }

    /// <summary>What it wrote, or a call of its own that gets no lane.</summary>
    public List<(int Index, TimeSpan Time, string Text)> Output { get; } = [];

    public void Finish(int index, TimeSpan time, FutureState state, string? error)
    {
        Last = index;
        End = time;
        State = state;
        Error ??= error;
    }
}
