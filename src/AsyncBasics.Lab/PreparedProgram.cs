using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>A program that has been compiled once, to be looked at, and to be run as often as one likes (<see cref="Laboratory.Prepare"/>).</summary>
/// <remarks>Each run loads the program anew: nothing that one leaves behind, not even in a static field, is there in the next.</remarks>
public sealed class PreparedProgram
{
    private readonly CSharpCompilation _original;
    private readonly Report _report;
    private RewrittenProgram? _rewritten;
    private ProgramImage? _image;
    private Report? _errors;

    internal PreparedProgram(CSharpCompilation original, Report report)
    {
        _original = original;
        _report = report;
        _errors = report.Outcome == Outcome.CompileError ? report : null;
    }

    /// <summary>Its source files, the one with the entry point first.</summary>
    public IReadOnlyList<SourceFile> Files => _report.Files;

    /// <summary>Looks at it without running it.</summary>
    public Report Check() => Review.Complete(_report, _original);

    /// <summary>Does everything that a run needs and that does not depend on its options, unless it has been done: so the first run begins sooner.</summary>
    public void MakeReady()
    {
        if (_image is not null || _errors is not null)
        {
            return;
        }

        _rewritten = ProgramRewriter.Rewrite(_original, _report.Dialect);
        _image = ProgramImage.Of(_rewritten.Compilation, out ImmutableArray<Diagnostic> errors);
        _errors = _image is null ? WithErrors(errors) : null;
    }

    /// <summary>Runs it on one thread, and looks at it and at what it did.</summary>
    /// <param name="options">How to run it.</param>
    public Report Run(RunOptions? options = null)
    {
        MakeReady();
        if (_errors is not null)
        {
            return _errors;
        }

        Assembly program = ProgramLoader.Load(_image!);
        ProgramRun run = ProgramRun.Of(program, _rewritten!, Files, options ?? new RunOptions(), ReportOn);
        ProgramLoader.Unload(program);
        return ReportOn(run);

        Report ReportOn(ProgramRun run) => Review.Complete(RunReport.WithRun(_report, run), _original, run.LongTurns);
    }

    /// <summary>Some errors show only when code is made; others would be the rewriter's.</summary>
    private Report WithErrors(ImmutableArray<Diagnostic> errors)
    {
        ImmutableArray<Diagnostic> own = _original.Emit(Stream.Null).Diagnostics;
        if (own.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error))
        {
            return _report with { Outcome = Outcome.CompileError, Diagnostics = ProgramCompiler.Messages(own) };
        }

        Diagnostic error = errors[0];
        return _report with
        {
            Outcome = Outcome.Crashed,
            Message = $"The lab could not put its probes into this program: {error.GetMessage(CultureInfo.InvariantCulture)}",
            Place = Places.Of(error.Location),
        };
    }
}
