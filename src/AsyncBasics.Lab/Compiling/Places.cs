using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Turns the compiler's locations into ours.</summary>
internal static class Places
{
    /// <summary>The place in the learner's source; <see langword="null"/> when it is nowhere in it.</summary>
    public static SourcePlace? Of(Location location)
    {
        if (!location.IsInSource || location.SourceTree is not { FilePath: not ProgramCompiler.ImplicitUsingsFile })
        {
            return null;
        }

        FileLinePositionSpan span = location.GetLineSpan();
        return new SourcePlace(
            span.Path,
            span.StartLinePosition.Line + 1,
            span.StartLinePosition.Character + 1,
            span.EndLinePosition.Line + 1,
            span.EndLinePosition.Character + 1);
    }

    /// <summary>The place of a node or token.</summary>
    public static SourcePlace Of(SyntaxNodeOrToken syntax) => Of(syntax.GetLocation()!)!;
}
