using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <summary>Where things stand in the source.</summary>
internal static class Lines
{
    /// <summary>The line on which it begins, counted from one.</summary>
    public static int Of(IOperation operation) =>
        operation.Syntax.SyntaxTree.GetLineSpan(operation.Syntax.Span).StartLinePosition.Line + 1;

    /// <summary>A loop without its body: <c>while (!done)</c>.</summary>
    public static TextSpan HeadOf(ILoopOperation loop)
    {
        int start = loop.Syntax.SpanStart;
        int end = loop.Body.Syntax.SpanStart > start ? loop.Body.Syntax.SpanStart : loop.Syntax.Span.End;
        string head = loop.Syntax.SyntaxTree.GetText().ToString(TextSpan.FromBounds(start, end)).TrimEnd();
        return new TextSpan(start, head.Length);
    }
}
