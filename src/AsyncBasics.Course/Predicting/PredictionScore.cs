namespace AsyncBasics.Course;

/// <summary>How a prediction compares with the run.</summary>
/// <param name="Lines">Line by line, in the right order; empty when the order was not asked for.</param>
/// <param name="GuessedTotal">The total that was guessed, in seconds.</param>
/// <param name="Total">The total, in seconds.</param>
/// <param name="TotalIsRight">Whether the guess is near enough; <see langword="null"/> when it was not asked for.</param>
public sealed record PredictionScore(IReadOnlyList<LineScore> Lines, double? GuessedTotal, double Total, bool? TotalIsRight)
{
    /// <summary>How many lines stand where they belong.</summary>
    public int LinesInPlace => Lines.Count(line => line.IsRight);

    /// <summary>Whether everything is right.</summary>
    public bool IsRight => LinesInPlace == Lines.Count && TotalIsRight != false;
}

/// <summary>A line of the output and what was expected in its place.</summary>
/// <param name="Right">The line.</param>
/// <param name="Given">What was expected; <see langword="null"/> when nothing was.</param>
/// <param name="Reason">Why the line stands where it stands, if its author says so.</param>
public sealed record LineScore(string Right, string? Given, string? Reason)
{
    /// <summary>Whether they are the same.</summary>
    public bool IsRight => Right == Given;
}
