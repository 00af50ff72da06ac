using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Finds what stands in for a member of the base class library.</summary>
internal sealed class RedirectionTable
{
    private static readonly Dictionary<string, StandIn> s_byOriginal = Redirections.All.ToDictionary(
        redirection => WithoutArity(redirection.Original),
        redirection => new StandIn(NameOf(redirection.StandIn), redirection.Member, IsProperty(redirection)),
        StringComparer.Ordinal);

    // Most symbols are told by their names that nothing stands in for them.
    private static readonly HashSet<string> s_names = s_byOriginal.Keys.Select(SimpleName).ToHashSet(StringComparer.Ordinal);

    private readonly Dictionary<ISymbol, StandIn?> _known = new(SymbolEqualityComparer.Default);

    /// <summary>Whether anything stands in for some member or type of this name.</summary>
    public static bool Knows(string name) => s_names.Contains(name);

    /// <summary>What stands in for a method, a property or a type.</summary>
    public StandIn? For(ISymbol? symbol) => symbol is null ? null : Find(symbol.OriginalDefinition, symbol.Name, prefix: null);

    /// <summary>What stands in for the constructors of a type.</summary>
    public static StandIn? ForConstructorOf(INamedTypeSymbol type) => s_names.Contains(type.Name)
        && type.OriginalDefinition.GetDocumentationCommentId() is { } id
        && s_byOriginal.TryGetValue($"C:{id[2..]}", out StandIn? standIn) ? standIn : null;

    private StandIn? Find(ISymbol symbol, string name, string? prefix)
    {
        if (!s_names.Contains(name))
        {
            return null;
        }

        if (!_known.TryGetValue(symbol, out StandIn? standIn))
        {
            string? id = symbol.GetDocumentationCommentId();
            standIn = id is null ? null : s_byOriginal.GetValueOrDefault(prefix + WithoutArity(WithoutParameters(id)));
            _known.Add(symbol, standIn);
        }

        return standIn;
    }

    private static string WithoutParameters(string id) => id.IndexOf('(', StringComparison.Ordinal) is var open and >= 0 ? id[..open] : id;

    private static string WithoutArity(string id) => id.IndexOf("``", StringComparison.Ordinal) is var arity and >= 0 ? id[..arity] : id;

    /// <summary>The last part of an id, without what says how generic it is.</summary>
    private static string SimpleName(string id)
    {
        string name = id[(id.LastIndexOfAny(['.', ':']) + 1)..];
        return name.IndexOf('`', StringComparison.Ordinal) is var arity and >= 0 ? name[..arity] : name;
    }

    private static string NameOf(Type type)
    {
        string name = type.FullName!.Replace('+', '.');
        return name.IndexOf('`', StringComparison.Ordinal) is var arity and >= 0 ? name[..arity] : name;
    }

    private static bool IsProperty(Redirection redirection) =>
        redirection.Member is { } member && redirection.StandIn.GetProperty(member) is not null;
}

/// <summary>What stands in for a member or a type.</summary>
/// <param name="Type">The full name of the type, as it is written in C#.</param>
/// <param name="Member">The name of its static member; <see langword="null"/> when the type as a whole stands in for another.</param>
/// <param name="IsProperty">Whether that member is a property.</param>
internal sealed record StandIn(string Type, string? Member, bool IsProperty);
