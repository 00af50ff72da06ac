namespace AsyncBasics.Lab;

/// <summary>Something about a program that its author would want to know: what, where, what it cost and what to do.</summary>
public sealed record Finding
{
    /// <summary>The stable number of its kind, such as <c>AB004</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The stable name of its kind, such as <c>await-right-after-create</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Its kind in a few words.</summary>
    public required string Title { get; init; }

    /// <summary>One or two sentences with times and names out of this very run.</summary>
    public required string Message { get; init; }

    /// <summary>The file that it is about.</summary>
    public required string File { get; init; }

    /// <summary>The line, counted from one.</summary>
    public required int Line { get; init; }

    /// <summary>The column, counted from one.</summary>
    public required int Column { get; init; }

    /// <summary>The line on which the stretch ends.</summary>
    public int EndLine { get; init; }

    /// <summary>The column after the stretch's last character.</summary>
    public int EndColumn { get; init; }

    /// <summary>How much shorter the run would have been without it, in seconds; zero when it costs no time.</summary>
    public double CostSeconds { get; init; }

    /// <summary>What to write instead.</summary>
    public Fix? Fix { get; init; }

    /// <summary>The lesson that explains it.</summary>
    public required string Lesson { get; init; }

    /// <summary>Known analyzer rules that would have told; empty when none does.</summary>
    public IReadOnlyList<string> Rules { get; init; } = [];

    /// <summary>The lanes that it speaks of: indices into <see cref="Timeline.Lanes"/>.</summary>
    public IReadOnlyList<int> Lanes { get; init; } = [];

    /// <summary>Where lanes could have run without it.</summary>
    public IReadOnlyList<Ghost> Ghosts { get; init; } = [];
}

/// <summary>A suggestion.</summary>
/// <param name="Text">What to do, in a few words: they stand behind the underlined source.</param>
/// <param name="Code">The code to write there, where it can be said in code.</param>
public sealed record Fix(string Text, string? Code = null);

/// <summary>Where a lane could have run.</summary>
/// <param name="Lane">The lane: an index into <see cref="Timeline.Lanes"/>.</param>
/// <param name="Start">From when on, since the beginning of the timeline.</param>
/// <param name="End">Until when.</param>
public sealed record Ghost(int Lane, TimeSpan Start, TimeSpan End);
