using System.Collections.Immutable;
using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>From a program's source to a report: compiles it, runs it, and says what happened and what to change.</summary>
public static class Laboratory
{
    private const string NoGenerators =
        "The lab runs no source generators: what one would write is missing here. Only the other half of [GeneratedRegex] is written.";

    private static readonly string s_tooManyBrackets = string.Create(
        CultureInfo.InvariantCulture,
        $"More than {Nesting.Deepest:N0} brackets are open at once there: name the inner parts, as variables or methods of their own.");

    private const string NoPackages = "The lab passes over #:package and #:project: a program can use the base class library and the loop, and nothing else.";

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
        if (RefusalOf(files) is { } refusal)
        {
            report = refusal;
            return ProgramCompiler.Compile([]);
        }

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
            Notes = compiles ? [] : [.. NotesOn(compilation, diagnostics)],
        };
        return compilation;
    }

    /// <summary>The report on what is nested too deeply to be given to the compiler, if anything is.</summary>
    private static Report? RefusalOf(IReadOnlyList<SourceFile> files)
    {
        CompilerMessage[] tooDeep = [.. files.Select(Nesting.MessageOn).OfType<CompilerMessage>()];
        return tooDeep.Length == 0 ? null : new Report
        {
            Program = files[0].Name,
            Dialect = Dialect.Tasks,
            Outcome = Outcome.CompileError,
            Files = files,
            Diagnostics = tooDeep,
            Notes = [s_tooManyBrackets],
        };
    }

    /// <summary>What cannot be read is not looked at any further: the rest would only follow from it.</summary>
    private static ImmutableArray<Diagnostic> DiagnosticsOf(CSharpCompilation compilation) =>
        compilation.GetParseDiagnostics() is var unreadable && unreadable.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)
            ? unreadable
            : compilation.GetDiagnostics();

    /// <summary>What the program may lack because it is compiled here.</summary>
    private static IEnumerable<string> NotesOn(CSharpCompilation compilation, ImmutableArray<Diagnostic> diagnostics)
    {
        if (diagnostics.Any(IsHalfWritten))
        {
            yield return NoGenerators;
        }

        if (compilation.SyntaxTrees.Any(tree => tree.GetText().Lines.TakeWhile(IsAtTheTop).Any(line => NamesAPackage(line.ToString()))))
        {
            yield return NoPackages;
        }
    }

    private static bool IsAtTheTop(TextLine line) => line.ToString().TrimStart() is "" or ['#', ..] or ['/', '/', ..];

    private static bool NamesAPackage(string line) =>
        line.StartsWith("#:package", StringComparison.Ordinal) || line.StartsWith("#:project", StringComparison.Ordinal);

    /// <summary>A partial member without its other half, or a class of which only an attribute is written.</summary>
    private static bool IsHalfWritten(Diagnostic diagnostic) => diagnostic.Id is "CS8795" or "CS9248"
        || (diagnostic.Id == "CS0534" && diagnostic.GetMessage(CultureInfo.InvariantCulture).Contains("JsonSerializerContext", StringComparison.Ordinal));

    /// <summary>Whether something is named that is nowhere among the references.</summary>
    private static bool NamesTooMuch(Diagnostic diagnostic) => diagnostic.Id is "CS0012" or "CS0103" or "CS0234" or "CS0246" or "CS1069";
}
