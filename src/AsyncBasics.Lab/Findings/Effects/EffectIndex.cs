using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>
/// What many pieces of code read and change, to be asked which of them change what another piece reads or changes, or the other way round:
/// with those the order matters.
/// </summary>
/// <param name="isNew">
/// Whether a variable certainly holds an object that no other such variable holds; otherwise two variables of one type are taken to share one.
/// </param>
/// <param name="isNewEachTime">Whether such a variable holds another object each time, as the variables of a loop do in each round.</param>
internal sealed class EffectIndex(Func<ISymbol, bool> isNew, bool isNewEachTime = false)
{
    private readonly Uses _all = new();
    private readonly Uses _unknown = new();
    private readonly Uses _measuredTime = new();
    private readonly Dictionary<Root, UsesOfMembers> _byRoot = [];
    private readonly Dictionary<ITypeSymbol, UsesOfMembers> _byType = new(SymbolEqualityComparer.Default);
    private readonly Dictionary<ITypeSymbol, UsesOfMembers> _notNewByType = new(SymbolEqualityComparer.Default);

    public void Add(int number, EffectSet effects)
    {
        foreach (Effect effect in effects.All)
        {
            _all.Add(number, effect.IsWrite);
            if (effect.Root.Equals(Root.Unknown))
            {
                _unknown.Add(number, effect.IsWrite);
            }
            else if (effect.Root.Equals(Root.MeasuredTime))
            {
                _measuredTime.Add(number, effect.IsWrite);
            }
            else
            {
                AddVariable(number, effect);
            }
        }
    }

    /// <summary>The numbers of the pieces with which the order matters.</summary>
    public NumberSet Meeting(EffectSet effects)
    {
        NumberSet met = new();
        foreach (Effect effect in effects.All)
        {
            met.UnionWith(_unknown.MetBy(effect));
            met.UnionWith(_measuredTime.Writes);
            if (effect.Root.Equals(Root.Unknown) || (effect.Root.Equals(Root.MeasuredTime) && effect.IsWrite))
            {
                met.UnionWith(_all.MetBy(effect));
            }
            else if (!effect.Root.Equals(Root.MeasuredTime))
            {
                MeetVariables(effect, met);
            }
        }

        return met;
    }

    private void AddVariable(int number, Effect effect)
    {
        At(_byRoot, effect.Root).Add(number, effect);
        if (SharedTypeOf(effect.Root.Symbol) is { } type)
        {
            At(_byType, type).Add(number, effect);
            if (!isNew(effect.Root.Symbol!))
            {
                At(_notNewByType, type).Add(number, effect);
            }
        }
    }

    private void MeetVariables(Effect effect, NumberSet met)
    {
        bool isOwn = effect.Root.Symbol is { } symbol && isNew(symbol);
        if (!(isOwn && isNewEachTime) && _byRoot.TryGetValue(effect.Root, out UsesOfMembers? same))
        {
            same.Meet(effect, met);
        }

        if (SharedTypeOf(effect.Root.Symbol) is { } type && (isOwn ? _notNewByType : _byType).TryGetValue(type, out UsesOfMembers? alike))
        {
            alike.Meet(effect, met);
        }
    }

    /// <summary>The type of a variable that may hold the same object as another one.</summary>
    private static ITypeSymbol? SharedTypeOf(ISymbol? symbol)
    {
        ITypeSymbol? type = symbol switch
        {
            ILocalSymbol local => local.Type,
            IParameterSymbol parameter => parameter.Type,
            IFieldSymbol field => field.Type,
            IPropertySymbol property => property.Type,
            ITypeSymbol itself => itself,
            _ => null,
        };
        return type is { IsReferenceType: true, SpecialType: not SpecialType.System_String } ? type : null;
    }

    private static UsesOfMembers At<TKey>(Dictionary<TKey, UsesOfMembers> uses, TKey key)
        where TKey : notnull => CollectionsMarshal.GetValueRefOrAddDefault(uses, key, out _) ??= new UsesOfMembers();

    /// <summary>Who uses something, and who of them changes it.</summary>
    private sealed class Uses
    {
        private readonly NumberSet _any = new();

        public NumberSet Writes { get; } = new();

        public void Add(int number, bool isWrite)
        {
            _any.Add(number);
            if (isWrite)
            {
                Writes.Add(number);
            }
        }

        /// <summary>Two that only read do not meet.</summary>
        public NumberSet MetBy(Effect effect) => effect.IsWrite ? _any : Writes;
    }

    /// <summary>Who uses which member of something; whoever uses it as a whole uses them all.</summary>
    private sealed class UsesOfMembers
    {
        private readonly Uses _all = new();
        private readonly Uses _whole = new();
        private readonly Dictionary<ISymbol, Uses> _members = new(SymbolEqualityComparer.Default);

        public void Add(int number, Effect effect)
        {
            _all.Add(number, effect.IsWrite);
            if (effect.Member is null)
            {
                _whole.Add(number, effect.IsWrite);
                return;
            }

            if (!_members.TryGetValue(effect.Member, out Uses? member))
            {
                member = new Uses();
                _members.Add(effect.Member, member);
            }

            member.Add(number, effect.IsWrite);
        }

        public void Meet(Effect effect, NumberSet met)
        {
            met.UnionWith((effect.Member is null ? _all : _whole).MetBy(effect));
            if (effect.Member is not null && _members.TryGetValue(effect.Member, out Uses? member))
            {
                met.UnionWith(member.MetBy(effect));
            }
        }
    }
}
