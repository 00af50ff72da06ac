using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Emit;

namespace AsyncBasics.Lab;

/// <summary>An assembly as the compiler made it, to be loaded once for each run.</summary>
/// <param name="Code">The assembly.</param>
/// <param name="Symbols">Which line each of its instructions comes from.</param>
internal sealed record ProgramImage(byte[] Code, byte[] Symbols)
{
    private static readonly EmitOptions s_options = new(debugInformationFormat: DebugInformationFormat.PortablePdb);

    /// <summary>Makes an assembly of a compilation.</summary>
    /// <param name="compilation">The rewritten program.</param>
    /// <param name="errors">What keeps it from being one; some errors show only when code is made.</param>
    /// <returns>The assembly; <see langword="null"/> when there are errors.</returns>
    public static ProgramImage? Of(CSharpCompilation compilation, out ImmutableArray<Diagnostic> errors)
    {
        using var code = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(code, symbols, options: s_options);
        errors = result.Success ? [] : [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)];
        return result.Success ? new ProgramImage(code.ToArray(), symbols.ToArray()) : null;
    }
}
