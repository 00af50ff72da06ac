using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <summary>Walks through a file and notes what to change in it.</summary>
/// <remarks>
/// The parts of this class: which code is looked at (here), bodies (<c>ProbeWalker.Bodies.cs</c>), loops, throws and locks
/// (<c>ProbeWalker.Statements.cs</c>), calls and awaits (<c>ProbeWalker.Awaits.cs</c>), and stand-ins (<c>ProbeWalker.StandIns.cs</c>,
/// <c>ProbeWalker.Conditional.cs</c>).
/// </remarks>
internal sealed partial class ProbeWalker : CSharpSyntaxWalker
{
    private const string Probe = ProgramRewriter.Probe;

    private readonly SemanticModel _model;
    private readonly IReadOnlySet<string> _aliases;
    private readonly RedirectionTable _redirections;
    private readonly SiteTable _sites;
    private readonly SourceEdits _edits;
    private readonly IMethodSymbol? _entry;
    private readonly Dialect _dialect;

    private Body _body = new(BodyKind.None, string.Empty, null);

    /// <param name="model">The meaning of the file.</param>
    /// <param name="aliases">The names that the program's own <c>using</c> directives give to types.</param>
    /// <param name="redirections">What stands in for what.</param>
    /// <param name="sites">The places so far.</param>
    /// <param name="edits">Takes the changes.</param>
    /// <param name="entry">Where the program begins.</param>
    /// <param name="dialect">In which kind of async code it is written.</param>
    public ProbeWalker(
        SemanticModel model, IReadOnlySet<string> aliases, RedirectionTable redirections, SiteTable sites, SourceEdits edits,
        IMethodSymbol? entry, Dialect dialect)
    {
        _model = model;
        _aliases = aliases;
        _redirections = redirections;
        _sites = sites;
        _edits = edits;
        _entry = entry;
        _dialect = dialect;
    }

    /// <summary>What is in an attribute is a constant.</summary>
    public override void VisitAttributeList(AttributeListSyntax node)
    {
    }

    /// <summary>Colons and angle brackets would be read as the format.</summary>
    public override void VisitInterpolation(InterpolationSyntax node)
    {
        _edits.Wrap(node.Expression.Span, "(", ")");
        base.VisitInterpolation(node);
    }

    private static bool IsNameOf(InvocationExpressionSyntax node) =>
        node.Expression is IdentifierNameSyntax { Identifier.ValueText: "nameof" };

    /// <summary>Whether the code stays data, and so must stay as it is.</summary>
    private static bool IsExpressionTree(ITypeSymbol? type) =>
        type is INamedTypeSymbol { Name: "Expression", Arity: 1, ContainingNamespace: { Name: "Expressions" } };

    /// <summary>A type as the rewritten program has to write it: stand-ins in the place of what they stand in for, wherever it occurs.</summary>
    private string Text(ITypeSymbol type)
    {
        List<string> text = [];
        int qualifiers = 0;
        foreach (SymbolDisplayPart part in type.ToDisplayParts(s_typeFormat))
        {
            if (part.Symbol is INamedTypeSymbol named && _redirections.For(named) is { Member: null } standIn)
            {
                text.RemoveRange(text.Count - qualifiers, qualifiers);
                text.Add(standIn.Type);
            }
            else
            {
                text.Add(part.ToString());
            }

            bool isQualifier = part.Kind == SymbolDisplayPartKind.NamespaceName || part.ToString() is "global" or "::" or ".";
            qualifiers = isQualifier ? qualifiers + 1 : 0;
        }

        return string.Concat(text);
    }

    private static readonly SymbolDisplayFormat s_typeFormat = SymbolDisplayFormat.FullyQualifiedFormat
        .WithMiscellaneousOptions(
            SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
            | SymbolDisplayMiscellaneousOptions.UseSpecialTypes
            | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier);

    /// <summary>The body that is being walked through.</summary>
    /// <param name="Kind">What it is.</param>
    /// <param name="Span">The name of the variable that holds its span, where it has one.</param>
    /// <param name="Element">What an iterator yields.</param>
    private sealed record Body(BodyKind Kind, string Span, ITypeSymbol? Element);
}
