using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>
/// Brackets within brackets. The compiler reads them by calling itself, some of them several times over: past some thousands it takes half a minute
/// and more, or its stack overflows. So what is nested that deeply, which no person has written, is not given to it.
/// </summary>
internal static class Nesting
{
    /// <summary>How many brackets may be open at once.</summary>
    public const int Deepest = 1000;

    /// <summary>What the compiler says where it notices by itself.</summary>
    private const string TooComplex = "An expression is too long or complex to compile";

    /// <summary>The compiler's message on the first bracket that is one too many, if there is one.</summary>
    public static CompilerMessage? MessageOn(SourceFile file)
    {
        if (file.Text.Count(IsOpening) <= Deepest)
        {
            return null;
        }

        int depth = 0;
        foreach (SyntaxToken token in SyntaxFactory.ParseTokens(file.Text, options: ProgramCompiler.ParseOptions))
        {
            depth = token.Kind() switch
            {
                SyntaxKind.OpenParenToken or SyntaxKind.OpenBracketToken or SyntaxKind.OpenBraceToken => depth + 1,
                SyntaxKind.CloseParenToken or SyntaxKind.CloseBracketToken or SyntaxKind.CloseBraceToken => Math.Max(0, depth - 1),
                _ => depth,
            };
            if (depth > Deepest)
            {
                LinePosition start = SourceText.From(file.Text).Lines.GetLinePosition(token.SpanStart);
                (int line, int column) = (start.Line + 1, start.Character + 1);
                return new CompilerMessage("CS8078", IsError: true, TooComplex, new SourcePlace(file.Name, line, column, line, column + 1));
            }
        }

        return null;
    }

    private static bool IsOpening(char character) => character is '(' or '[' or '{';
}
