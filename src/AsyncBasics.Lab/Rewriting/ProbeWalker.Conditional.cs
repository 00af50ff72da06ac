using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <content>Members that are only called when there is something to call them on.</content>
internal sealed partial class ProbeWalker
{
    public override void VisitConditionalAccessExpression(ConditionalAccessExpressionSyntax node)
    {
        if (!IsTail(node))
        {
            ProbeCall(node, string.Empty, isOfTheLoop: false);
        }

        if (!RedirectConditional(node))
        {
            base.VisitConditionalAccessExpression(node);
        }
    }

    /// <summary>
    /// <c>task?.Wait(…)</c> becomes <c>if (task is { } it) StandIn.Wait(it, …)</c>, and a choice between two values where it has one.
    /// </summary>
    private bool RedirectConditional(ConditionalAccessExpressionSyntax node)
    {
        var call = node.WhenNotNull as InvocationExpressionSyntax;
        ExpressionSyntax member = call?.Expression ?? node.WhenNotNull;
        if (member is not MemberBindingExpressionSyntax
            || _model.GetSymbolInfo(node.WhenNotNull).Symbol is not { IsStatic: false } symbol
            || _redirections.For(symbol is IMethodSymbol { ReducedFrom: { } extension } ? extension : symbol) is not { Member: not null } standIn
            || _model.GetTypeInfo(node).Type is not { } type
            || IsTail(node))
        {
            return false;
        }

        bool isStatement = type.SpecialType == SpecialType.System_Void;
        if (isStatement && node.Parent is not ExpressionStatementSyntax)
        {
            return false;
        }

        int site = _sites.Add(TraceSiteKind.StandIn, NameOfCall(node.WhenNotNull), node);
        string it = $"__it{site}";
        string invocation = $"{standIn.Type}.{standIn.Member}({it}{(call is { ArgumentList.Arguments.Count: > 0 } ? ", " : string.Empty)}";
        string before = isStatement ? "if (" : "(";
        string then = isStatement
            ? $" is {{ }} {it} && {Probe}.Last({site}, true)) {invocation}"
            : $" is {{ }} {it} && {Probe}.Last({site}, true) ? ({Text(type)}){invocation}";
        string end = isStatement ? string.Empty : $" : default({Text(type)}))";
        _edits.Before(node.SpanStart, before);
        Visit(node.Expression);
        if (call is not null)
        {
            _edits.Replace(TextSpan.FromBounds(node.Expression.Span.End, call.ArgumentList.OpenParenToken.Span.End), then);
            Visit(call.ArgumentList);
            _edits.After(node.Span.End, end);
        }
        else
        {
            _edits.Replace(TextSpan.FromBounds(node.Expression.Span.End, node.Span.End), $"{then}){end}");
        }

        return true;
    }

    /// <summary>Whether an expression begins with the dot of a conditional access: it has no beginning of its own.</summary>
    private static bool IsTail(ExpressionSyntax expression) => expression switch
    {
        MemberBindingExpressionSyntax or ElementBindingExpressionSyntax => true,
        MemberAccessExpressionSyntax access => IsTail(access.Expression),
        InvocationExpressionSyntax call => IsTail(call.Expression),
        ElementAccessExpressionSyntax element => IsTail(element.Expression),
        ConditionalAccessExpressionSyntax conditional => IsTail(conditional.Expression),
        PostfixUnaryExpressionSyntax postfix => IsTail(postfix.Operand),
        _ => false,
    };
}
