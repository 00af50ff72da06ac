using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <summary>
/// Writes what the source generator of the library writes for <c>[GeneratedRegex]</c>: the other half of the partial method or property. The
/// expression is read when it is first asked for, instead of being made code; it matches the same.
/// </summary>
internal static class GeneratedRegexes
{
    /// <summary>What the names of the files end in that hold them.</summary>
    public const string FileEnding = ".GeneratedRegexes.g.cs";

    private const string Attribute = "GeneratedRegex";
    private const string Regex = "global::System.Text.RegularExpressions.Regex";

    /// <summary>The missing halves, a file for each that asks for some.</summary>
    public static IEnumerable<SyntaxTree> For(IReadOnlyList<SyntaxTree> trees)
    {
        for (int i = 0; i < trees.Count; i++)
        {
            if (!trees[i].ToString().Contains(Attribute, StringComparison.Ordinal))
            {
                continue;
            }

            SyntaxNode root = trees[i].GetRoot();
            (MemberDeclarationSyntax Member, AttributeSyntax Attribute)[] asked =
                [.. root.DescendantNodes().OfType<MemberDeclarationSyntax>().Where(IsHalf).Select(member => (member, AttributeOf(member)!)).Where(one => one.Item2 is not null)];
            if (asked.Length > 0)
            {
                yield return ProgramCompiler.Parse(new SourceFile($"{i}{FileEnding}", Write((CompilationUnitSyntax)root, asked)));
            }
        }
    }

    private static bool IsHalf(MemberDeclarationSyntax member) => member.Modifiers.Any(SyntaxKind.PartialKeyword) && member switch
    {
        MethodDeclarationSyntax { Body: null, ExpressionBody: null, ParameterList.Parameters.Count: 0, TypeParameterList: null } => true,
        PropertyDeclarationSyntax { ExpressionBody: null, AccessorList.Accessors: [{ Body: null, ExpressionBody: null, RawKind: (int)SyntaxKind.GetAccessorDeclaration }] } => true,
        _ => false,
    };

    private static AttributeSyntax? AttributeOf(MemberDeclarationSyntax member) => member.AttributeLists
        .SelectMany(list => list.Attributes)
        .FirstOrDefault(attribute => attribute.Name.DescendantTokens().Last().ValueText is Attribute or $"{Attribute}Attribute" && attribute.ArgumentList is { Arguments.Count: > 0 });

    private static string Write(CompilationUnitSyntax unit, IEnumerable<(MemberDeclarationSyntax Member, AttributeSyntax Attribute)> asked)
    {
        StringBuilder text = new();
        text.AppendJoin(' ', unit.Usings.Where(one => one.GlobalKeyword.IsKind(SyntaxKind.None))).AppendLine();
        int number = 0;
        foreach ((MemberDeclarationSyntax member, AttributeSyntax attribute) in asked)
        {
            SyntaxNode[] outer = [.. member.Ancestors().Where(node => node is BaseNamespaceDeclarationSyntax or TypeDeclarationSyntax).Reverse()];
            foreach (SyntaxNode node in outer)
            {
                text.Append(Begin(node)).Append(" { ").AppendJoin(' ', node is BaseNamespaceDeclarationSyntax space ? space.Usings : []).Append(' ');
            }

            string holder = $"__Regex{number++}";
            text.Append(CultureInfo.InvariantCulture, $"private static class {holder} {{ internal static readonly {Regex} Value = new({Arguments(attribute)}); }} ");
            text.Append(CultureInfo.InvariantCulture, $"{member.Modifiers} {Signature(member)} => {holder}.Value;");
            text.Append(' ').Append('}', outer.Length).AppendLine();
        }

        return text.ToString();
    }

    private static string Begin(SyntaxNode node) => node switch
    {
        BaseNamespaceDeclarationSyntax space => $"namespace {space.Name}",
        RecordDeclarationSyntax record => $"partial record {record.ClassOrStructKeyword} {record.Identifier}{record.TypeParameterList}",
        TypeDeclarationSyntax type => $"partial {type.Keyword} {type.Identifier}{type.TypeParameterList}",
        _ => string.Empty,
    };

    private static string Signature(MemberDeclarationSyntax member) => member switch
    {
        MethodDeclarationSyntax method => $"{method.ReturnType} {method.Identifier}()",
        PropertyDeclarationSyntax property => $"{property.Type} {property.Identifier}",
        _ => string.Empty,
    };

    /// <summary>The pattern, the options and the time limit; in the invariant culture the last argument, a culture, means nothing.</summary>
    private static string Arguments(AttributeSyntax attribute)
    {
        AttributeArgumentSyntax[] given = [.. attribute.ArgumentList!.Arguments];
        string? pattern = Find("pattern", 0);
        string? options = Find("options", 1);
        string? limit = Find("matchTimeoutMilliseconds", 2);
        bool isCulture = given.Length == 3 && given[2] is { NameColon: null, Expression: LiteralExpressionSyntax { RawKind: (int)SyntaxKind.StringLiteralExpression } };
        return options is null ? $"{pattern}"
            : limit is null || isCulture ? $"{pattern}, {options}"
            : $"{pattern}, {options}, global::System.TimeSpan.FromMilliseconds({limit})";

        string? Find(string name, int position) =>
            (Array.Find(given, one => one.NameColon?.Name.Identifier.ValueText == name)
                ?? (position < given.Length && given[position].NameColon is null ? given[position] : null))?.Expression.ToString();
    }
}
