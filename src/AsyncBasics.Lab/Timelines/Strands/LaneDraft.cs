namespace AsyncBasics.Lab;

/// <summary>A lane while the trace is being read.</summary>
internal sealed class LaneDraft
{
    public required string Name { get; init; }

    public required LaneDraft? Parent { get; init; }

    /// <summary>Whether it is a strand of its own; otherwise its parent awaits it in place.</summary>
    public required bool IsTask { get; init; }

    public required int First { get; init; }

    public required TimeSpan Start { get; init; }

    public int Last { get; private set; } = int.MaxValue;

    public TimeSpan End { get; private set; }

    public FutureState State { get; private set; }

    public string? Error { get; set; }

    public List<(int Index, TimeSpan Time, string Text)> Output { get; private set; } = [];

    /// <summary>What a call of its own that gets no lane wrote counts as written by it.</summary>
    public void TakeOutputOf(LaneDraft call) => Output = [.. Output.Concat(call.Output).OrderBy(line => line.Index)];

    public void Finish(int index, TimeSpan time, FutureState state, string? error)
    {
        Last = index;
        End = time;
        State = state;
        Error ??= error;
    }
}
