using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>A finding before its cost is known.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Tree">The file it is in.</param>
/// <param name="Span">The stretch of source it is about.</param>
/// <param name="Message">What happens there, in one or two sentences.</param>
internal sealed record Suspicion(FindingKind Kind, SyntaxTree Tree, TextSpan Span, string Message)
{
    public Suspicion(FindingKind kind, SyntaxNode node, string message)
        : this(kind, node.SyntaxTree, node.Span, message)
    {
    }

    /// <summary>What to do.</summary>
    public Fix? Fix { get; init; }

    /// <summary>What would have been different in the run; <see langword="null"/> when it would have taken as long.</summary>
    public Repair? Repair { get; init; }

    /// <summary>Whether it is only worth telling if it costs time.</summary>
    public bool OnlyIfItCosts { get; init; }

    /// <summary>The lanes that it speaks of.</summary>
    public IReadOnlyList<int> Lanes { get; init; } = [];

    /// <summary>The lanes that were kept from running, and whose ghosts are shown.</summary>
    public IReadOnlyList<int> Starved { get; init; } = [];

    /// <summary>Whether it is what the run came to a standstill by.</summary>
    public bool EndsRun { get; init; }
}
