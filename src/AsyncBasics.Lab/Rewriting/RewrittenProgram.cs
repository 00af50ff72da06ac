using Microsoft.CodeAnalysis.CSharp;

namespace AsyncBasics.Lab;

/// <summary>A program with probes in it.</summary>
/// <param name="Compilation">The compilation to be emitted.</param>
/// <param name="Sites">The places that its probes speak of.</param>
internal sealed record RewrittenProgram(CSharpCompilation Compilation, IReadOnlyList<TraceSite> Sites);
