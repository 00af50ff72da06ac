using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <content>Locks.</content>
internal sealed partial class ProbeWalker
{
    /// <summary><c>lock (thing) { … }</c> becomes <c>using (StandIn.Lock(thing)) { … }</c>: a real lock would hold the one that has its turn.</summary>
    public override void VisitLockStatement(LockStatementSyntax node)
    {
        _edits.Replace(node.LockKeyword.Span, "using");
        _edits.Wrap(node.Expression.Span, "global::AsyncBasics.Lab.StandIns.Monitors.Lock(", ")");
        base.VisitLockStatement(node);
    }
}
