using FsCheck;
using FsCheck.Fluent;

namespace AsyncBasics.Lab.Tests.Rendering;

/// <summary>Reports of every shape, with hostile texts in them.</summary>
internal static class RandomReports
{
    /// <summary>What breaks pictures, pages and data that trust their texts.</summary>
    public static readonly string[] HostileTexts =
    [
        "", " ", "plain words", "</script><script>alert(1)</script>", "<!--", "]]>", "\"'&amp;<b>", "\e[31mred\e[0m", "a\0b", "two\nlines",
        "\u2028\u2029\u0085", "right\u202Eto left", "日本語の行", "👨‍👩‍👧", "\uD800 alone", "\\u003c", "${1+1} `x`", "{{ x }}",
        "\t\ttabs", new string('w', 400), "very many words " + string.Join(' ', Enumerable.Range(0, 100)),
    ];

    private static Gen<string> Texts => Gen.Elements(HostileTexts);

    private static Gen<SourceFile> Files =>
        from name in Texts
        from lines in Texts.ListOf()
        select new SourceFile(name, string.Join('\n', lines));

    private static Gen<SourcePlace> Places(IReadOnlyList<SourceFile> files) =>
        from file in Gen.OneOf(Texts, Gen.Elements(files.Select(file => file.Name).Append("none.cs").ToArray()))
        from line in Gen.Choose(-1, 6)
        from column in Gen.Choose(-1, 500)
        from lines in Gen.Choose(-1, 2)
        from columns in Gen.Choose(-5, 500)
        select new SourcePlace(file, line, column, line + lines, column + columns);

    private static Gen<Finding> Findings(IReadOnlyList<SourceFile> files, int lanes) =>
        from kind in Gen.Elements(FindingKind.All.ToArray())
        from message in Texts
        from place in Places(files)
        from cost in Gen.Choose(0, 100_000)
        from fix in Gen.OneOf(Gen.Constant<Fix?>(null), Texts.SelectMany(text => Gen.OneOf(Gen.Constant<string?>(null), Texts.Select(code => (string?)code)).Select(code => (Fix?)new Fix(text, code))))
        from lane in Gen.Choose(0, Math.Max(0, lanes - 1))
        from start in Gen.Choose(-1, 10)
        from end in Gen.Choose(-1, 10)
        select new Finding
        {
            Id = kind.Id,
            Kind = kind.Slug,
            Title = kind.Title,
            Message = message,
            File = place.File,
            Line = place.Line,
            Column = place.Column,
            EndLine = place.EndLine,
            EndColumn = place.EndColumn,
            CostSeconds = cost / 1000d,
            Fix = fix,
            Lesson = kind.Lesson,
            Rules = kind.Rules,
            Lanes = lanes == 0 ? [] : [lane],
            Ghosts = [new Ghost(lane, TimeSpan.FromSeconds(start), TimeSpan.FromSeconds(end))],
        };

    public static Gen<Report> Reports =>
        from outcome in Gen.Elements(Enum.GetValues<Outcome>())
        from limit in Gen.Elements(Enum.GetValues<RunLimit>())
        from program in Texts
        from message in Texts
        from files in Files.ListOf()
        from output in Texts.ListOf()
        from timeline in RandomTimelines.Timelines
        from hasTimeline in Gen.Frequency((1, Gen.Constant(false)), (5, Gen.Constant(true)))
        from findings in Findings([.. files], timeline.Lanes.Count).ListOf()
        from place in Places([.. files])
        from needed in Gen.Choose(0, 100_000)
        from outputTexts in Texts.ListOf()
        select new Report
        {
            Program = program,
            Dialect = Dialect.Tasks,
            Outcome = outcome,
            Limit = outcome == Outcome.Limit ? limit : null,
            Message = outcome == Outcome.Finished ? null : message,
            Place = outcome == Outcome.Finished ? null : place,
            MakespanSeconds = timeline.Took.TotalSeconds,
            CriticalPathSeconds = needed / 1000d,
            Stdout = string.Join('\n', output),
            Stderr = message,
            Files = [.. files],
            Diagnostics = outcome == Outcome.CompileError ? [new CompilerMessage("CS1002", IsError: true, message, place)] : [],
            Findings = [.. findings],
            Timeline = hasTimeline ? WithOutput(timeline, [.. outputTexts]) : null,
        };

    private static Timeline WithOutput(Timeline timeline, string[] texts) => timeline with
    {
        Lanes =
        [
            .. timeline.Lanes.Select((lane, index) => lane with
            {
                Parent = index == 0 ? null : lane.Parent,
                Error = lane.State == FutureState.Failed && texts.Length > 0 ? texts[0] : null,
                Output = [.. texts.Select(text => new OutputLine(lane.Start, text))],
            }),
        ],
    };
}
