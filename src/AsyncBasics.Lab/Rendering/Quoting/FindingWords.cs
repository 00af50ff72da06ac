using System.Globalization;

namespace AsyncBasics.Lab;

/// <summary>What stands around the message of a finding, in words.</summary>
internal static class FindingWords
{
    /// <summary>The line, and the file where there are several: <c>line 6</c>, <c>Worker.cs line 6</c>.</summary>
    public static string Place(Report report, string file, int line) =>
        string.Create(CultureInfo.InvariantCulture, $"{(report.Files.Count > 1 ? file + " " : string.Empty)}line {line}");

    /// <summary>The message, and after it what it costs, unless the message tells that itself.</summary>
    public static string Message(Finding finding)
    {
        string message = finding.Message.Length == 0 ? finding.Title : finding.Message;
        bool saysCost = finding.CostSeconds <= 0 || message.Contains("cost", StringComparison.OrdinalIgnoreCase);
        return saysCost ? message : $"{message.TrimEnd()}{(message.TrimEnd() is [.., '.' or '!' or '?'] ? string.Empty : ".")} {Cost(finding)}.";
    }

    /// <summary>How a run ended, and where.</summary>
    public static string Ending(Report report, string ending)
    {
        if (report.Place is not { } at)
        {
            return ending;
        }

        string place = Place(report, at.File, at.Line);
        return $"{char.ToUpperInvariant(place[0])}{place[1..]}: {ending}";
    }

    public static string Cost(Finding finding) => $"Costs {DurationText.Total(TimeSpan.FromSeconds(finding.CostSeconds))}";

    /// <summary>Who else would have told.</summary>
    public static string Rules(Finding finding) =>
        finding.Rules.Count == 0 ? "no known rule tells of it" : $"rules that tell of it: {string.Join(", ", finding.Rules)}";
}
