using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>From a program's source to a report: compiles it, runs it, and says what happened and what to change.</summary>
public static class Laboratory
{
    /// <summary>Compiles a program and looks at it without running it.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    public static Report Check(IReadOnlyList<SourceFile> files) => Prepare(files).Check();

    /// <summary>Compiles a program, runs it on one thread, and looks at it and at what it did.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    /// <param name="options">How to run it.</param>
    public static Report Run(IReadOnlyList<SourceFile> files, RunOptions? options = null) => Prepare(files).Run(options);

    /// <summary>Reads a program, to be checked, and to be run as often as one likes without being compiled again.</summary>
    /// <param name="files">Its source files, the one with the entry point first.</param>
    public static PreparedProgram Prepare(IReadOnlyList<SourceFile> files)
    {
        CSharpCompilation original = Compile(files, out Report report);
        return new PreparedProgram(original, report);
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
}
