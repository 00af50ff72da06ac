using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <content>Loops, throws and locks.</content>
internal sealed partial class ProbeWalker
{
    public override void VisitWhileStatement(WhileStatementSyntax node)
    {
        Tick(node.WhileKeyword, node.Statement);
        base.VisitWhileStatement(node);
    }

    public override void VisitDoStatement(DoStatementSyntax node)
    {
        Tick(node.DoKeyword, node.Statement);
        base.VisitDoStatement(node);
    }

    public override void VisitForStatement(ForStatementSyntax node)
    {
        Tick(node.ForKeyword, node.Statement);
        base.VisitForStatement(node);
    }

    public override void VisitLabeledStatement(LabeledStatementSyntax node)
    {
        if (_body.Kind != BodyKind.None)
        {
            int site = _sites.Add(TraceSiteKind.Loop, string.Empty, node.Identifier);
            _edits.After(node.ColonToken.Span.End, $" {Probe}.Tick({site});");
        }

        base.VisitLabeledStatement(node);
    }

    public override void VisitThrowStatement(ThrowStatementSyntax node)
    {
        Throw(node.Expression, node);
        base.VisitThrowStatement(node);
    }

    public override void VisitThrowExpression(ThrowExpressionSyntax node)
    {
        Throw(node.Expression, node);
        base.VisitThrowExpression(node);
    }

    /// <summary><c>lock (thing) …</c> becomes <c>using (Lock(thing)) …</c>.</summary>
    public override void VisitLockStatement(LockStatementSyntax node)
    {
        if (_body.Kind != BodyKind.None)
        {
            int site = _sites.Add(TraceSiteKind.StandIn, "lock", node.LockKeyword);
            _edits.Replace(node.LockKeyword.Span, "using");
            _edits.Wrap(node.Expression.Span, $"AsyncBasics.Lab.StandIns.Monitors.Lock({Probe}.Last<object>({site}, ", "))");
        }

        base.VisitLockStatement(node);
    }

    private void Tick(SyntaxToken keyword, StatementSyntax statement)
    {
        if (_body.Kind == BodyKind.None)
        {
            return;
        }

        int site = _sites.Add(TraceSiteKind.Loop, string.Empty, keyword);
        if (statement is BlockSyntax block)
        {
            _edits.After(block.OpenBraceToken.Span.End, $" {Probe}.Tick({site});");
        }
        else
        {
            _edits.Wrap(statement.Span, $"{{ {Probe}.Tick({site}); ", " }");
        }
    }

    /// <summary>The place of a throw is known without asking the stack, which not every runtime can tell.</summary>
    private void Throw(ExpressionSyntax? thrown, SyntaxNode node)
    {
        if (_body.Kind != BodyKind.None && thrown is not (null or LiteralExpressionSyntax))
        {
            int site = _sites.Add(TraceSiteKind.Throw, string.Empty, node);
            _edits.Wrap(thrown.Span, $"{Probe}.Thrown({site}, ", ")");
        }
    }
}
