using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>From a program's source to a report: compiles it, runs it, and says what happened and what to change.</summary>
public static class Laboratory
{
    private const int MostInChain = 8;

    private static readonly string s_tooManyLanes = string.Create(
        CultureInfo.InvariantCulture, $"Only the first {LaneLayout.MostLanes:N0} calls and tasks have a lane in the picture.");

    /// <summary>Compiles a program and looks at it without running it.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    public static Report Check(IReadOnlyList<SourceFile> files)
    {
        CSharpCompilation original = Compile(files, out Report report);
        return report.Outcome == Outcome.CompileError ? report : Review.Complete(report, original);
    }

    /// <summary>Compiles a program, runs it on one thread, and looks at it and at what it did.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    /// <param name="options">How to run it.</param>
    public static Report Run(IReadOnlyList<SourceFile> files, RunOptions? options = null)
    {
        options ??= new RunOptions();
        CSharpCompilation original = Compile(files, out Report report);
        if (report.Outcome == Outcome.CompileError)
        {
            return report;
        }

        RewrittenProgram rewritten = ProgramRewriter.Rewrite(original, report.Dialect);
        if (ProgramLoader.Load(rewritten.Compilation, out ImmutableArray<Diagnostic> errors) is not { } program)
        {
            return WithErrors(report, original, errors);
        }

        ProgramRun run = ProgramRun.Of(program, rewritten, files, options, ReportOn);
        ProgramLoader.Unload(program);
        return ReportOn(run);

        Report ReportOn(ProgramRun run) => Review.Complete(WithRun(report, run), original, run.LongTurns);
    }

    private static CSharpCompilation Compile(IReadOnlyList<SourceFile> files, out Report report)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfZero(files.Count, nameof(files));
        CSharpCompilation compilation = ProgramCompiler.Compile(files);
        ImmutableArray<Diagnostic> diagnostics = DiagnosticsOf(compilation);
        if (diagnostics.Any(NamesTooMuch) && ReferenceSet.Default.WithOthers(compilation) is { } wider && DiagnosticsOf(wider) is var found && !found.Any(NamesTooMuch))
        {
            (compilation, diagnostics) = (wider, found);
        }

        bool compiles = !diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);
        report = new Report
        {
            Program = files[0].Name,
            Dialect = Dialects.Of(compilation),
            Outcome = compiles ? Outcome.NotRun : Outcome.CompileError,
            Files = files,
            Diagnostics = ProgramCompiler.Messages(diagnostics),
        };
        return compilation;
    }

    /// <summary>What cannot be read is not looked at any further: the rest would only follow from it.</summary>
    private static ImmutableArray<Diagnostic> DiagnosticsOf(CSharpCompilation compilation) =>
        compilation.GetParseDiagnostics() is var unreadable && unreadable.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? unreadable
            : compilation.GetDiagnostics();

    /// <summary>Whether something is named that is nowhere among the references.</summary>
    private static bool NamesTooMuch(Diagnostic diagnostic) => diagnostic.Id is "CS0012" or "CS0103" or "CS0234" or "CS0246" or "CS1069";

    /// <summary>Some errors show only when code is made; others would be the rewriter's.</summary>
    private static Report WithErrors(Report report, CSharpCompilation original, ImmutableArray<Diagnostic> errors)
    {
        ImmutableArray<Diagnostic> own = original.Emit(Stream.Null).Diagnostics;
        if (own.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return report with { Outcome = Outcome.CompileError, Diagnostics = ProgramCompiler.Messages(own) };
        }

        Diagnostic error = errors[0];
        return report with
        {
            Outcome = Outcome.Crashed,
            Message = $"The lab could not put its probes into this program: {error.GetMessage(CultureInfo.InvariantCulture)}",
            Place = Places.Of(error.Location),
        };
    }

    private static string? MessageOf(ProgramRun run, Timeline timeline) => run.Ending is { Outcome: Outcome.Deadlock } deadlock
        ? string.Join(' ', [deadlock.Message, .. Chain(timeline)])
        : run.Ending?.Message;

    /// <summary>Who waits for what when nobody can go on any more, from the outside to the inside.</summary>
    private static IEnumerable<string> Chain(Timeline timeline) => timeline.Lanes
        .Where(lane => lane is { State: FutureState.Pending, LastWait.Text.Length: > 0 })
        .Select(lane => $"{lane.Name} {Words(lane.LastWait!, timeline)}{(lane.LastWait!.Place is { } place ? $" (line {place.Line})" : string.Empty)}")
        .GroupBy(sentence => sentence)
        .Take(MostInChain)
        .Select(group => $"{group.Key}{(group.Count() > 1 ? $", {group.Count()} times" : string.Empty)}.");

    private static string Words(Segment wait, Timeline timeline) => wait switch
    {
        { Kind: SegmentKind.Blocked, Awaited: [var awaited] } => $"blocks until {timeline.Lanes[awaited].Name} has ended",
        { Kind: SegmentKind.Blocked } => "blocks",
        { Target: WaitTarget.Timer } => "could go on, and waits for its turn",
        _ => wait.Text,
    };

    private static Report WithRun(Report report, ProgramRun run)
    {
        Timeline timeline = WithoutCutOffs(Timeline.From(run.Trace, report.Program));
        return report with
        {
            Outcome = run.Ending?.Outcome ?? Outcome.Finished,
            Limit = run.Ending?.Limit,
            Message = MessageOf(run, timeline),
            Place = run.Ending?.Place,
            IsVirtual = run.Trace.IsVirtual,
            MakespanSeconds = timeline.Took.TotalSeconds,
            CriticalPathSeconds = timeline.HadToTake?.TotalSeconds,
            Stdout = run.Stdout,
            Stderr = run.Stderr,
            Notes = timeline.Lanes.Count < LaneLayout.MostLanes ? run.Notes : [.. run.Notes, s_tooManyLanes],
            ExitCode = run.Ending?.ExitCode ?? run.ExitCode,
            Timeline = timeline,
        };
    }

    /// <summary>What ends a program from outside passes through its lanes as an exception, but none of them failed: they were cut off.</summary>
    private static Timeline WithoutCutOffs(Timeline timeline) => timeline with
    {
        Lanes =
        [
            .. timeline.Lanes.Select(lane => lane.State == FutureState.Failed && IsCutOff(lane.Error)
                ? lane with { State = FutureState.Pending, Error = null }
                : lane),
        ],
    };

    private static bool IsCutOff(string? error) => error is not null
        && (error.StartsWith($"{nameof(LimitExceededException)}:", StringComparison.Ordinal)
            || error.StartsWith($"{nameof(ProgramExitedException)}:", StringComparison.Ordinal));
}
