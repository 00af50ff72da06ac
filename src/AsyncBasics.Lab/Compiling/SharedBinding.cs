using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace AsyncBasics.Lab;

/// <summary>Lets the compiler find out once what a program means, for its own messages and for all who ask its semantic models.</summary>
/// <remarks>
/// The compiler keeps what it found out for its messages only where analyzers will ask for the same. The lab is not made of analyzers,
/// but asks as they do; so a compilation is prepared for one, which never runs.
/// </remarks>
internal static class SharedBinding
{
    private static readonly ImmutableArray<DiagnosticAnalyzer> s_analyzers = [new Nobody()];

    private static readonly CompilationWithAnalyzersOptions s_options = new(
        new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: false, logAnalyzerExecutionTime: false);

    /// <summary>The same compilation, with semantic models that know what its diagnostics have found out.</summary>
    public static CSharpCompilation For(CSharpCompilation compilation) =>
        (CSharpCompilation)new CompilationWithAnalyzers(compilation, s_analyzers, s_options).Compilation;

#pragma warning disable RS1001, RS1025, RS1026 // These are for analyzers that run.
    private sealed class Nobody : DiagnosticAnalyzer
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [];

        public override void Initialize(AnalysisContext context)
        {
        }
    }
#pragma warning restore RS1001, RS1025, RS1026
}
