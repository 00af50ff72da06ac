using System.Globalization;
using AsyncBasics.Lab;

namespace AsyncBasics.Corpus;

/// <summary>How what the lab said of a program compares with what is right.</summary>
internal sealed record Verdict
{
    private const double Slack = 0.001;

    /// <summary>What is wrong, a sentence each; nothing when all is right.</summary>
    public required IReadOnlyList<string> Complaints { get; init; }

    /// <summary>The kinds of the findings that were told and are right.</summary>
    public required IReadOnlyList<string> Hits { get; init; }

    /// <summary>The kinds of the findings that were told and should not have been.</summary>
    public required IReadOnlyList<string> TooMuch { get; init; }

    /// <summary>The kinds of the findings that were not told and should have been.</summary>
    public required IReadOnlyList<string> Missing { get; init; }

    public static Verdict Of(CorpusProgram program)
    {
        Expectation expected = program.Expectation();
        Report report = Laboratory.Run(program.Files);
        List<Finding> told = [.. report.Findings];
        List<string> complaints = [];
        List<string> hits = [];
        List<string> missing = [];
        foreach (ExpectedFinding finding in expected.Findings)
        {
            if (told.Find(finding.Matches) is { } match)
            {
                told.Remove(match);
                hits.Add(finding.Kind);
            }
            else
            {
                missing.Add(finding.Kind);
                complaints.Add($"missing: {finding}");
            }
        }

        complaints.AddRange(told.Select(finding => string.Create(
            CultureInfo.InvariantCulture, $"too much: {finding.Kind} at line {finding.Line}, {finding.CostSeconds} s: {finding.Message}")));
        Compare(report, expected, complaints);
        return new Verdict { Complaints = complaints, Hits = hits, TooMuch = [.. told.Select(finding => finding.Kind)], Missing = missing };
    }

    private static void Compare(Report report, Expectation expected, List<string> complaints)
    {
        if (report.Outcome != expected.Outcome)
        {
            string why = report.Message ?? report.Diagnostics.FirstOrDefault(message => message.IsError)?.Message ?? string.Empty;
            complaints.Add($"outcome: {report.Outcome}, not {expected.Outcome}. {why}");
        }

        if (expected.Makespan is { } makespan && Math.Abs(report.MakespanSeconds - makespan) > Slack)
        {
            complaints.Add(string.Create(CultureInfo.InvariantCulture, $"makespan: {report.MakespanSeconds}, not {makespan}"));
        }

        if (expected.Needed is { } needed && !(Math.Abs((report.CriticalPathSeconds ?? double.NaN) - needed) <= Slack))
        {
            complaints.Add(string.Create(CultureInfo.InvariantCulture, $"needed: {report.CriticalPathSeconds}, not {needed}"));
        }

        string[] lines = [.. report.Stdout.TrimEnd('\n').Split('\n').Select(line => line.Trim())];
        if (expected.Stdout.Count > 0 && !lines.SequenceEqual(expected.Stdout))
        {
            complaints.Add($"stdout: {string.Join(" | ", lines)}");
        }
    }
}
