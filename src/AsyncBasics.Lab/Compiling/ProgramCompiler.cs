using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>Makes a compilation of source files, as a console project of today would.</summary>
internal static class ProgramCompiler
{
    /// <summary>The name of the file that holds what a project file would bring; no line of the learner's is in it.</summary>
    public const string ImplicitUsingsFile = "ImplicitUsings.g.cs";

    private const string ImplicitUsings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        global using AsyncBasics;
        """;

    /// <summary>What a project for .NET 10 defines for <c>#if</c> and <c>[Conditional]</c>, built as <c>dotnet run</c> builds it.</summary>
    private static readonly string[] s_symbols =
    [
        "DEBUG", "TRACE", "NET", "NET10_0", "NETCOREAPP",
        .. Enumerable.Range(5, 6).Select(version => $"NET{version}_0_OR_GREATER"),
        .. new[] { "1_0", "1_1", "2_0", "2_1", "2_2", "3_0", "3_1" }.Select(version => $"NETCOREAPP{version}_OR_GREATER"),
    ];

    /// <summary>How sources are read: as C# 14, with the lines that only a file-based program has.</summary>
    public static CSharpParseOptions ParseOptions { get; } = new CSharpParseOptions(LanguageVersion.CSharp14, preprocessorSymbols: s_symbols)
        .WithFeatures([new("FileBasedProgram", "true")]);

    private static readonly SyntaxTree s_implicitUsings = Parse(new SourceFile(ImplicitUsingsFile, ImplicitUsings));

    /// <summary>How programs are compiled.</summary>
    public static CSharpCompilationOptions Options { get; } = new(
        OutputKind.ConsoleApplication,
        optimizationLevel: OptimizationLevel.Release,
        allowUnsafe: true,
        nullableContextOptions: NullableContextOptions.Enable,
        deterministic: true,
        concurrentBuild: !OperatingSystem.IsBrowser(),
        assemblyIdentityComparer: DesktopAssemblyIdentityComparer.Default);

    /// <summary>The program as its author wrote it.</summary>
    public static CSharpCompilation Compile(IReadOnlyList<SourceFile> files)
    {
        SyntaxTree[] trees = [.. files.Select(Parse)];
        return SharedBinding.For(ReferenceSet.Default.Program.AddSyntaxTrees([.. trees, .. GeneratedRegexes.For(trees), s_implicitUsings]));
    }

    /// <summary>Whether a file is not the author's.</summary>
    public static bool IsAdded(SyntaxTree tree) =>
        tree.FilePath == ImplicitUsingsFile || tree.FilePath.EndsWith(GeneratedRegexes.FileEnding, StringComparison.Ordinal);

    /// <summary>Reads one file.</summary>
    public static SyntaxTree Parse(SourceFile file) =>
        CSharpSyntaxTree.ParseText(SourceText.From(file.Text, Encoding.UTF8), ParseOptions, file.Name);

    /// <summary>What the compiler says, in the order of the source: all errors and warnings, as it words them.</summary>
    public static IReadOnlyList<CompilerMessage> Messages(ImmutableArray<Diagnostic> diagnostics) =>
    [
        .. diagnostics
            .Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)
            .OrderBy(diagnostic => diagnostic.Location.SourceTree?.FilePath, StringComparer.Ordinal)
            .ThenBy(diagnostic => diagnostic.Location.SourceSpan.Start)
            .Select(diagnostic => new CompilerMessage(
                diagnostic.Id,
                diagnostic.Severity == DiagnosticSeverity.Error,
                diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture),
                Places.Of(diagnostic.Location))),
    ];
}
