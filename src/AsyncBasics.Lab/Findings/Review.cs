using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>Looks at a program, and at a run of it if there was one, for what its author would want to know.</summary>
internal static class Review
{
    /// <summary>Less than this is no time that anybody could have saved.</summary>
    private static readonly TimeSpan s_leastCost = TimeSpan.FromMilliseconds(0.5);

    private static readonly Func<Inquiry, IEnumerable<Suspicion>>[] s_rules =
    [
        NeverAwaited.Find, BlockingCall.Find, NestedRun.Find, SequentialAwaits.Find, AwaitInLoop.Find, SyncOverAsync.Find, AsyncVoid.Find,
        WhenAnyLoserIgnored.Find, LazyEnumeratedTwice.Find, TaskPrinted.Find, ColdTask.Find, NestedTask.Find, UsingDisposedEarly.Find,
        TokenNotPassed.Find, CpuHog.Find, Spin.Find, SiblingsLeftRunning.Find,
    ];

    /// <summary>The report with its findings, and with how long the run had to take.</summary>
    /// <param name="report">
    /// All that is known of the program and of its run. Places in it are those of the source as it was given: segments and lanes are
    /// matched with the source by them.
    /// </param>
    /// <param name="original">
    /// The program as it was given, without probes. A tree's path is the name of its file in the report; trees with other paths are not
    /// the author's and are not looked at.
    /// </param>
    /// <param name="longTurns">Where code on the loop went on for long in the run.</param>
    public static Report Complete(Report report, CSharpCompilation original, IReadOnlyList<LongTurn>? longTurns = null)
    {
        if (report.Outcome == Outcome.CompileError)
        {
            return report;
        }

        HashSet<string> files = [.. report.Files.Select(file => file.Name)];
        SourceProgram program = SourceProgram.Read(original, files);
        RunFacts? run = report.Timeline is { } timeline ? new RunFacts(report, timeline) { LongTurns = longTurns ?? [] } : null;
        var inquiry = new Inquiry(program, new EffectReader(program), run);
        List<Suspicion> suspicions = [.. OneForEachCause(s_rules.SelectMany(rule => rule(inquiry)))];
        suspicions.AddRange(CutOff.Find(inquiry, suspicions));
        suspicions.AddRange(ExceptionLost.Find(inquiry, suspicions));
        suspicions.AddRange(Deadlock.Find(inquiry, suspicions));
        return run is null
            ? report with { Findings = InOrder(suspicions.Select(suspicion => FindingOf(suspicion, null, null)), report) }
            : WithCosts(report, run, suspicions);
    }

    private static Report WithCosts(Report report, RunFacts run, List<Suspicion> suspicions)
    {
        WhatIf asItWas = WhatIf.Run(run.Timeline, new Repair());
        var all = new Repair();
        List<Finding> findings = [];
        foreach (Suspicion suspicion in suspicions)
        {
            WhatIf? without = suspicion.Repair is { IsEmpty: false } repair ? WhatIf.Run(run.Timeline, repair) : null;
            TimeSpan cost = CostOf(asItWas, without);
            if (suspicion.OnlyIfItCosts && cost < s_leastCost)
            {
                continue;
            }

            if (without is not null)
            {
                all.Add(suspicion.Repair!);
            }

            findings.Add(FindingOf(suspicion, without, run, cost));
        }

        TimeSpan saved = CostOf(asItWas, all.IsEmpty ? null : WhatIf.Run(run.Timeline, all));
        bool isOver = report.Outcome is Outcome.Finished or Outcome.Failed or Outcome.Exited;
        return report with
        {
            Findings = InOrder(findings, report),
            CriticalPathSeconds = isOver ? Math.Round(Math.Max(0, report.MakespanSeconds - saved.TotalSeconds), 6) : report.CriticalPathSeconds,
        };
    }

    private static TimeSpan CostOf(WhatIf asItWas, WhatIf? without) =>
        asItWas.Makespan is { } was && without?.Makespan is { } would && would < was ? was - would : TimeSpan.Zero;

    private static Finding FindingOf(Suspicion suspicion, WhatIf? without, RunFacts? run, TimeSpan cost = default)
    {
        FileLinePositionSpan span = suspicion.Tree.GetLineSpan(suspicion.Span);
        string costs = cost >= s_leastCost ? $" Costs {DurationText.Total(cost)}." : string.Empty;
        return new Finding
        {
            Id = suspicion.Kind.Id,
            Kind = suspicion.Kind.Slug,
            Title = suspicion.Kind.Title,
            Message = suspicion.Message + costs,
            File = suspicion.Tree.FilePath,
            Line = span.StartLinePosition.Line + 1,
            Column = span.StartLinePosition.Character + 1,
            EndLine = span.EndLinePosition.Line + 1,
            EndColumn = span.EndLinePosition.Character + 1,
            CostSeconds = Math.Round(cost.TotalSeconds, 6),
            Fix = suspicion.Fix,
            Lesson = suspicion.Kind.Lesson,
            Rules = suspicion.Kind.Rules,
            Lanes = suspicion.Lanes,
            Ghosts = without is null || run is null || cost < s_leastCost ? [] : GhostsOf(suspicion, without, run),
        };
    }

    /// <summary>Where the lanes that were held up would have been.</summary>
    private static IReadOnlyList<Ghost> GhostsOf(Suspicion suspicion, WhatIf without, RunFacts run) =>
    [
        .. suspicion.Lanes.Concat(suspicion.Starved).Distinct()
            .Select(lane => (Lane: lane, Start: without.StartOf(lane), End: without.EndOf(lane)))
            .Where(one => one is { Start: { } start, End: { } end } && end > start
                && (start < run.Lanes[one.Lane].Start || end < run.Lanes[one.Lane].End))
            .Select(one => new Ghost(one.Lane, one.Start!.Value, one.End!.Value)),
    ];

    /// <summary>
    /// Where two rules speak of one and the same piece of code, the cause is told and not its consequence: the kinds stand in that order.
    /// </summary>
    private static IEnumerable<Suspicion> OneForEachCause(IEnumerable<Suspicion> suspicions)
    {
        FindingKind[] causes =
        [
            FindingKind.AsyncVoid, FindingKind.TaskPrinted, FindingKind.ColdTask, FindingKind.NestedRun, FindingKind.NestedTask,
            FindingKind.UsingDisposedEarly, FindingKind.NeverAwaited, FindingKind.SyncOverAsync, FindingKind.BlockingCall, FindingKind.Spin,
            FindingKind.CpuHog,
        ];
        List<Suspicion> told = [];
        foreach (Suspicion suspicion in suspicions.OrderBy(one => (uint)Array.IndexOf(causes, one.Kind)))
        {
            bool isTold = told.Exists(one => one.Tree == suspicion.Tree && (one.Span == suspicion.Span
                || (one.Kind == suspicion.Kind && one.Span.Start == suspicion.Span.Start)
                || (Array.IndexOf(causes, one.Kind) >= 0 && Array.IndexOf(causes, suspicion.Kind) >= 0 && one.Span.OverlapsWith(suspicion.Span))));
            if (!isTold)
            {
                told.Add(suspicion);
                yield return suspicion;
            }
        }
    }

    private static Finding[] InOrder(IEnumerable<Finding> findings, Report report)
    {
        string[] files = [.. report.Files.Select(file => file.Name)];
        return
        [
            .. findings.OrderBy(one => Array.IndexOf(files, one.File)).ThenBy(one => one.Line).ThenBy(one => one.Column).ThenBy(one => one.Id, StringComparer.Ordinal),
        ];
    }
}
