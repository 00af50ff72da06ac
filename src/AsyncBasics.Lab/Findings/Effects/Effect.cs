using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Where something lives that code can read or change.</summary>
/// <param name="Symbol">The variable through which it is reached; the type itself for <c>this</c> and for what is static.</param>
/// <param name="Resource">What it is when it is no variable: a file, the terminal.</param>
internal sealed record Root(ISymbol? Symbol, string? Resource = null)
{
    /// <summary>The cursor of the terminal: what is written without ending the line has to stay in order.</summary>
    public static Root Terminal { get; } = new(null, "the terminal");

    /// <summary>A stretch of time that the program measures, and that would be another one if more happened in it.</summary>
    public static Root MeasuredTime { get; } = new(null, "a measured time");

    /// <summary>Something that cannot be seen from here.</summary>
    public static Root Unknown { get; } = new(null, "something unknown");

    public bool Equals(Root? other) =>
        other is not null && Resource == other.Resource && SymbolEqualityComparer.Default.Equals(Symbol, other.Symbol);

    public override int GetHashCode() =>
        HashCode.Combine(Resource, Symbol is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Symbol));
}

/// <summary>Something that code reads or changes.</summary>
/// <param name="Root">Where it lives.</param>
/// <param name="Member">The field or property of it; <see langword="null"/> for what it is or holds as a whole.</param>
/// <param name="IsWrite">Whether it is changed.</param>
internal sealed record Effect(Root Root, ISymbol? Member, bool IsWrite)
{
    public bool Equals(Effect? other) =>
        other is not null && IsWrite == other.IsWrite && Root.Equals(other.Root)
        && SymbolEqualityComparer.Default.Equals(Member, other.Member);

    public override int GetHashCode() =>
        HashCode.Combine(Root, IsWrite, Member is null ? 0 : SymbolEqualityComparer.Default.GetHashCode(Member));
}
