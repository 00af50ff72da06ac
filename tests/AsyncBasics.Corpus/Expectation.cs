using System.Globalization;
using AsyncBasics.Lab;

namespace AsyncBasics.Corpus;

/// <summary>A finding that a program of the corpus has to give.</summary>
/// <param name="Kind">Its kind's slug.</param>
/// <param name="Line">The line.</param>
/// <param name="Cost">What it costs in seconds; <see langword="null"/> where that is not said.</param>
internal sealed record ExpectedFinding(string Kind, int Line, double? Cost)
{
    private const double Slack = 0.05;

    public bool Matches(Finding finding) =>
        finding.Kind == Kind && finding.Line == Line && (Cost is not { } cost || Math.Abs(finding.CostSeconds - cost) <= Slack);

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Kind} at line {Line}{(Cost is { } cost ? $", {cost} s" : string.Empty)}");
}

/// <summary>What stands at the top of a program of the corpus: what is right, thought out by hand.</summary>
internal sealed record Expectation
{
    public IReadOnlyList<ExpectedFinding> Findings { get; init; } = [];

    public double? Makespan { get; init; }

    public double? Needed { get; init; }

    public Outcome Outcome { get; init; } = Outcome.Finished;

    public IReadOnlyList<string> Stdout { get; init; } = [];

    /// <exception cref="FormatException">A line of the header is not understood, or nothing is said of findings.</exception>
    public static Expectation Read(string source)
    {
        var expectation = new Expectation();
        bool isSaid = false;
        foreach (string line in source.Split('\n').TakeWhile(line => line.StartsWith("//", StringComparison.Ordinal)))
        {
            string[] parts = line[2..].Split(':', 2, StringSplitOptions.TrimEntries);
            if (parts is not [var name, var value])
            {
                continue;
            }

            isSaid |= name == "expect";
            expectation = name switch
            {
                "expect" => value == "none" ? expectation : expectation with { Findings = [.. expectation.Findings, Finding(value)] },
                "makespan" => expectation with { Makespan = Number(value) },
                "needed" => expectation with { Needed = Number(value) },
                "outcome" => expectation with { Outcome = Enum.Parse<Outcome>(value.Replace("-", string.Empty, StringComparison.Ordinal), ignoreCase: true) },
                "stdout" => expectation with { Stdout = [.. expectation.Stdout, value] },
                _ => expectation,
            };
        }

        return isSaid ? expectation : throw new FormatException("The program does not say what to expect: // expect: none, or a finding and its line.");
    }

    private static ExpectedFinding Finding(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
    {
        [var kind, var line] => new ExpectedFinding(kind, int.Parse(line, CultureInfo.InvariantCulture), null),
        [var kind, var line, var cost, ..] => new ExpectedFinding(kind, int.Parse(line, CultureInfo.InvariantCulture), Number(cost)),
        _ => throw new FormatException($"A finding is a slug, a line and perhaps a cost: {text}"),
    };

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
