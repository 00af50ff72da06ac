using System.Text.RegularExpressions;

namespace AsyncBasics.Cli;

/// <summary>Gives C# its colours: a lexer as small as a line of a lesson needs.</summary>
internal static partial class CSharpInk
{
    private static readonly HashSet<string> s_keywords =
    [
        "abstract", "as", "async", "await", "base", "bool", "break", "byte", "case", "catch", "char", "class", "const", "continue", "decimal",
        "default", "delegate", "do", "double", "else", "enum", "event", "explicit", "extern", "false", "finally", "fixed", "float", "for",
        "foreach", "get", "global", "goto", "if", "implicit", "in", "init", "int", "interface", "internal", "is", "lock", "long", "nameof",
        "namespace", "new", "not", "null", "object", "operator", "out", "override", "params", "partial", "private", "protected", "public",
        "readonly", "record", "ref", "required", "return", "sealed", "set", "short", "sizeof", "static", "string", "struct", "switch", "this",
        "throw", "true", "try", "typeof", "uint", "ulong", "unchecked", "unsafe", "using", "var", "virtual", "void", "volatile", "when", "where",
        "while", "with", "yield",
    ];

    /// <summary>The pieces of a line of code.</summary>
    public static IReadOnlyList<Inked> Line(string line)
    {
        List<Inked> pieces = [];
        foreach (Match token in Tokens().Matches(line))
        {
            pieces.Add(new Inked(token.Value, InkOf(token)));
        }

        return pieces;
    }

    private static Ink InkOf(Match token)
    {
        if (token.Groups["comment"].Success)
        {
            return Ink.Comment;
        }

        if (token.Groups["literal"].Success)
        {
            return Ink.Literal;
        }

        if (!token.Groups["word"].Success)
        {
            return Ink.Plain;
        }

        return s_keywords.Contains(token.Value) ? Ink.Keyword : token.Groups["called"].Success || !char.IsUpper(token.Value[0]) ? Ink.Plain : Ink.Type;
    }

    [GeneratedRegex("""
        (?<comment>//.*$|^\s*\#.*$)
        |(?<literal>\$@?"(?:\{[^{}]*\}|\\.|[^"\\{])*"?|@?"(?:\\.|[^"\\])*"?|'(?:\\.|[^'\\])+'|\b\d[\d_.]*[a-zA-Z]*\b)
        |(?<word>@?[\p{L}_][\p{L}\p{Nd}_]*(?=(?<called>\s*(?:<[^<>()]*>)?\())?)
        |\s+|.
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Tokens();
}
