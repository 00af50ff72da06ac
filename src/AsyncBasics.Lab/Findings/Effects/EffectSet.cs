using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>What a piece of code reads and changes.</summary>
internal sealed class EffectSet
{
    private readonly HashSet<Effect> _effects = [];

    public IReadOnlyCollection<Effect> All => _effects;

    /// <summary>Whether it may throw an exception of its own, which makes an await of it a condition for what comes after.</summary>
    public bool MayThrow { get; set; }

    public void Add(Effect effect) => _effects.Add(effect);

    public void Add(EffectSet other)
    {
        _effects.UnionWith(other._effects);
        MayThrow |= other.MayThrow;
    }

    /// <summary>Whether one of the two changes what the other reads or changes, so that their order matters.</summary>
    /// <param name="other">The other one.</param>
    /// <param name="areApart">
    /// Whether two variables of one type certainly hold different objects; otherwise they are taken to share one.
    /// </param>
    public bool ConflictsWith(EffectSet other, Func<ISymbol, ISymbol, bool> areApart)
    {
        foreach (Effect mine in _effects)
        {
            foreach (Effect theirs in other._effects)
            {
                if ((mine.IsWrite || theirs.IsWrite) && MayMeet(mine, theirs, areApart))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool MayMeet(Effect one, Effect two, Func<ISymbol, ISymbol, bool> areApart)
    {
        if (one.Root.Equals(Root.Unknown) || two.Root.Equals(Root.Unknown))
        {
            return true;
        }

        if (one.Root.Equals(Root.MeasuredTime) || two.Root.Equals(Root.MeasuredTime))
        {
            return one.Root.Equals(Root.MeasuredTime) && one.IsWrite || two.Root.Equals(Root.MeasuredTime) && two.IsWrite;
        }

        bool sameMember = one.Member is null || two.Member is null || SymbolEqualityComparer.Default.Equals(one.Member, two.Member);
        return sameMember && MayBeOne(one.Root, two.Root, areApart);
    }

    private static bool MayBeOne(Root one, Root two, Func<ISymbol, ISymbol, bool> areApart)
    {
        if (one.Resource is not null || two.Resource is not null)
        {
            return one.Equals(two);
        }

        ISymbol first = one.Symbol!;
        ISymbol second = two.Symbol!;
        if (SymbolEqualityComparer.Default.Equals(first, second))
        {
            return !areApart(first, second);
        }

        return TypeOf(first) is { } type && type.IsReferenceType && type.SpecialType != SpecialType.System_String
            && SymbolEqualityComparer.Default.Equals(type, TypeOf(second))
            && !areApart(first, second);
    }

    private static ITypeSymbol? TypeOf(ISymbol symbol) => symbol switch
    {
        ILocalSymbol local => local.Type,
        IParameterSymbol parameter => parameter.Type,
        IFieldSymbol field => field.Type,
        IPropertySymbol property => property.Type,
        ITypeSymbol type => type,
        _ => null,
    };
}
