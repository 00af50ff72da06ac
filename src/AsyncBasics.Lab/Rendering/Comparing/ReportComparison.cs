namespace AsyncBasics.Lab;

/// <summary>Two runs beside each other: as a rule a program, and the same program changed.</summary>
/// <param name="First">The one to compare with.</param>
/// <param name="Second">The other.</param>
public sealed record ReportComparison(Report First, Report Second)
{
    /// <summary>What was found in the first only.</summary>
    public IReadOnlyList<Finding> Gone => Only(First.Findings, Second.Findings);

    /// <summary>What was found in the second only.</summary>
    public IReadOnlyList<Finding> Come => Only(Second.Findings, First.Findings);

    /// <summary>What was found in both, as it was found in the second.</summary>
    public IReadOnlyList<Finding> Stayed => [.. Second.Findings.Except(Come, ReferenceEqualityComparer.Instance).Cast<Finding>()];

    /// <summary>The names of the two, told apart where they are the same.</summary>
    internal (string First, string Second) Names => (ReportSummary.Title(First), ReportSummary.Title(Second)) switch
    {
        var (first, second) when first != second => (first, second),
        _ when First.Program != Second.Program => (First.Program, Second.Program),
        var (first, second) => ($"{first} (first)", $"{second} (second)"),
    };

    /// <summary>Which of them took longer, in one sentence.</summary>
    public string Difference
    {
        get
        {
            (string first, string second) = Names;
            if (First.Outcome != Outcome.Finished || Second.Outcome != Outcome.Finished)
            {
                return $"{first}: {ReportSummary.Parts(First).First()}; {second}: {ReportSummary.Parts(Second).First()}.";
            }

            var difference = TimeSpan.FromSeconds(Math.Abs(Second.MakespanSeconds - First.MakespanSeconds));
            string firstTook = DurationText.Total(TimeSpan.FromSeconds(First.MakespanSeconds));
            string secondTook = DurationText.Total(TimeSpan.FromSeconds(Second.MakespanSeconds));
            return firstTook == secondTook
                ? $"Both took {firstTook}."
                : $"{second} is {DurationText.Total(difference)} {(Second.MakespanSeconds < First.MakespanSeconds ? "faster" : "slower")} than {first}: "
                    + $"{secondTook} instead of {firstTook}.";
        }
    }

    /// <summary>The comparison in words: each report, then what became different.</summary>
    public IReadOnlyList<string> Describe() =>
    [
        .. ReportWords.Describe(First),
        .. ReportWords.Describe(Second),
        DisplayText.Clean(Difference, unicode: true),
        .. Changes().Select(change => DisplayText.Clean($"{char.ToUpperInvariant(change.Word[0])}{change.Word[1..]}: {change.Text}.", unicode: true)),
    ];

    /// <summary>What became of each finding: a sign for the margin, a word, and which.</summary>
    internal IEnumerable<(char Sign, string Word, string Text)> Changes() =>
    [
        .. Gone.Select(finding => ('-', "gone", Text(First, finding))),
        .. Come.Select(finding => ('+', "new", Text(Second, finding))),
        .. Stayed.Select(finding => ('=', "still there", Text(Second, finding))),
    ];

    /// <summary>The pictures of the two on one scale.</summary>
    internal IReadOnlyList<Picture> Pictures()
    {
        (string first, string second) = Names;
        Picture?[] pictures = [Picture.Of(First) is { } one ? one with { Title = first } : null, Picture.Of(Second) is { } two ? two with { Title = second } : null];
        Picture[] drawn = [.. pictures.OfType<Picture>()];
        TimeSpan scale = drawn.Length == 0 ? TimeSpan.Zero : drawn.Max(picture => picture.Timeline.Scale);
        return [.. drawn.Select(picture => picture with { Timeline = picture.Timeline with { Scale = scale } })];
    }

    private static string Text(Report report, Finding finding)
    {
        string cost = finding.CostSeconds > 0 ? $", cost {DurationText.Total(TimeSpan.FromSeconds(finding.CostSeconds))}" : string.Empty;
        return $"{finding.Id} {finding.Title}, {FindingWords.Place(report, finding.File, finding.Line)}{cost}";
    }

    /// <remarks>
    /// Lines move when a program is changed, so what counts is how many of a kind there are: of a kind that became rarer the last ones are
    /// taken for those that went.
    /// </remarks>
    private static Finding[] Only(IReadOnlyList<Finding> findings, IReadOnlyList<Finding> others)
    {
        Dictionary<string, int> left = others.CountBy(finding => finding.Kind).ToDictionary();
        List<Finding> only = [];
        foreach (Finding finding in findings)
        {
            int rest = left.GetValueOrDefault(finding.Kind);
            if (rest == 0)
            {
                only.Add(finding);
            }
            else
            {
                left[finding.Kind] = rest - 1;
            }
        }

        return [.. only];
    }
}
