using Microsoft.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>Numbers the places of a program.</summary>
internal sealed class SiteTable
{
    private readonly List<TraceSite> _sites = [];

    /// <summary>All places so far, by their numbers.</summary>
    public IReadOnlyList<TraceSite> Sites => _sites;

    /// <summary>The number of a new place.</summary>
    public int Add(TraceSiteKind kind, string name, SyntaxNodeOrToken at)
    {
        _sites.Add(new TraceSite(kind, name, Places.Of(at)));
        return _sites.Count - 1;
    }
}
