using AsyncBasics.Lab;

namespace AsyncBasics.Course;

/// <summary>A line is written by a certain lane, or at a certain time, or both.</summary>
/// <param name="Line">The line.</param>
/// <param name="By">The name of the lane; <see langword="null"/> for any.</param>
/// <param name="At">The time, in virtual seconds since the beginning; <see langword="null"/> for any.</param>
public sealed record WritesPredicate(Pattern Line, Pattern? By, Bounds? At) : Predicate
{
    /// <inheritdoc/>
    public override string? Refute(Report report)
    {
        (Lane Lane, OutputLine Output)[] written =
        [
            .. from lane in report.Timeline?.Lanes ?? []
               from output in lane.Output
               where Line.Matches(output.Text.Trim())
               select (lane, output),
        ];
        if (written.Length == 0)
        {
            return $"Nobody writes \"{Line.Text}\".";
        }

        return written.Any(line => IsBy(line.Lane) && IsAt(line.Output)) ? null : InWords(written[0].Lane, written[0].Output);
    }

    private bool IsBy(Lane lane) => By is null || By.Matches(lane.Name);

    private bool IsAt(OutputLine output) => At is null || At.Contain(output.Time.TotalSeconds);

    private string InWords(Lane lane, OutputLine output) => (By, At) switch
    {
        (not null, _) when !IsBy(lane) => $"\"{output.Text.Trim()}\" is written by {lane.Name}, not by {By.Text}.",
        (_, not null) => $"\"{output.Text.Trim()}\" is written at {Bounds.Number(output.Time.TotalSeconds)} s; asked for is {At.InWords(" s")}.",
        _ => $"\"{output.Text.Trim()}\" is written by {lane.Name}.",
    };
}
