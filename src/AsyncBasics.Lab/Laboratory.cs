using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>From a program's source to a report: compiles it, runs it, and says what happened and what to change.</summary>
public static class Laboratory
{
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
            return report with { Outcome = Outcome.CompileError, Diagnostics = [.. report.Diagnostics, .. ProgramCompiler.Messages(errors)] };
        }

        ProgramRun run = ProgramRun.Of(program, rewritten, files, options);
        ProgramLoader.Unload(program);
        return Review.Complete(WithRun(report, run), original);
    }

    private static CSharpCompilation Compile(IReadOnlyList<SourceFile> files, out Report report)
    {
        ArgumentNullException.ThrowIfNull(files);
        ArgumentOutOfRangeException.ThrowIfZero(files.Count, nameof(files));
        CSharpCompilation compilation = ProgramCompiler.Compile(files);
        ImmutableArray<Diagnostic> diagnostics = compilation.GetDiagnostics();
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

    private static Report WithRun(Report report, ProgramRun run)
    {
        Timeline timeline = WithoutCutOffs(Timeline.From(run.Trace, report.Program));
        return report with
        {
            Outcome = run.Ending?.Outcome ?? Outcome.Finished,
            Limit = run.Ending?.Limit,
            Message = run.Ending?.Message,
            Place = run.Ending?.Place,
            IsVirtual = run.Trace.IsVirtual,
            MakespanSeconds = timeline.Took.TotalSeconds,
            CriticalPathSeconds = timeline.HadToTake?.TotalSeconds,
            Stdout = run.Stdout,
            Stderr = run.Stderr,
            Notes = run.Notes,
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
