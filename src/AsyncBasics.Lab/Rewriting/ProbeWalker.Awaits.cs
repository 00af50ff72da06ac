using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <content>Calls that return something to be awaited, and awaits.</content>
internal sealed partial class ProbeWalker
{
    public override void VisitAwaitExpression(AwaitExpressionSyntax node)
    {
        ITypeSymbol? type = _model.GetTypeInfo(node.Expression).Type;
        if (_body.Kind == BodyKind.None || type is null or { TypeKind: TypeKind.Dynamic or TypeKind.Error })
        {
            base.VisitAwaitExpression(node);
            return;
        }

        ExpressionSyntax awaited = WithoutParentheses(node.Expression);
        bool isCall = awaited is InvocationExpressionSyntax;
        int site = _sites.Add(isCall ? TraceSiteKind.AwaitOfCall : TraceSiteKind.Await, string.Empty, node);
        if (_body.Kind != BodyKind.Coroutine && Configured(awaited) is var (task, open))
        {
            _edits.Before(awaited.SpanStart, $"{Probe}.Await({site}, ");
            _edits.Replace(TextSpan.FromBounds(task.Span.End, open.Span.End), ", ");
            Visit(task);
            Visit(((InvocationExpressionSyntax)awaited).ArgumentList);
        }
        else if (_body.Kind != BodyKind.Coroutine && !IsAwaitedByProbe(type) && IsAwaitedByOther(node, out bool isVoid))
        {
            _edits.Wrap(
                node.Expression.Span,
                $"{Probe}.{(isVoid ? "AwaitOwn" : "AwaitOwnResult")}({site}, (",
                ").GetAwaiter(), static a => a.IsCompleted, static a => a.GetResult())");
            base.VisitAwaitExpression(node);
        }
        else
        {
            string probe = _body.Kind != BodyKind.Coroutine && IsAwaitedByProbe(type) ? "Await" : "At";
            _edits.Wrap(node.Expression.Span, $"{Probe}.{probe}({site}, ", ")");
            base.VisitAwaitExpression(node);
        }
    }

    public override void VisitForEachStatement(ForEachStatementSyntax node)
    {
        Tick(node.ForEachKeyword, node.Statement);
        ProbeItems(node);
        base.VisitForEachStatement(node);
    }

    public override void VisitForEachVariableStatement(ForEachVariableStatementSyntax node)
    {
        Tick(node.ForEachKeyword, node.Statement);
        ProbeItems(node);
        base.VisitForEachVariableStatement(node);
    }

    public override void VisitYieldStatement(YieldStatementSyntax node)
    {
        if (_body is { Kind: BodyKind.AsyncIterator, Element: { } element } && node.Expression is { } value)
        {
            int site = _sites.Add(TraceSiteKind.Yield, string.Empty, node);
            _edits.Wrap(node.Span, "{ ", $" {Probe}.Resume({_body.Span}); }}");
            _edits.Wrap(value.Span, $"{Probe}.Yield<{Text(element)}>({site}, {_body.Span}, ", ")");
        }

        base.VisitYieldStatement(node);
    }

    private void ProbeItems(CommonForEachStatementSyntax node)
    {
        List<InvocationExpressionSyntax> settings = SettingsOf(node.Expression);
        ExpressionSyntax items = settings is [var innermost, ..] ? ((MemberAccessExpressionSyntax)innermost.Expression).Expression : node.Expression;
        if (node.AwaitKeyword.IsKind(SyntaxKind.None) || _body.Kind is BodyKind.None or BodyKind.Coroutine
            || AsyncItemsOf(_model.GetTypeInfo(items).Type) is not { } item)
        {
            return;
        }

        int site = _sites.Add(TraceSiteKind.Await, string.Empty, node.AwaitKeyword);
        string probe = $"{Probe}.Items<{Text(item)}>({site}, ";
        if (settings.Count == 0)
        {
            _edits.Wrap(items.Span, probe, ")");
            return;
        }

        // What is set by calls is handed over as arguments of ours.
        _edits.Before(items.SpanStart, probe);
        int end = items.Span.End;
        foreach (InvocationExpressionSyntax setting in settings)
        {
            string name = NameOf(setting) == "WithCancellation" ? "cancellationToken" : "continueOnCapturedContext";
            _edits.Replace(TextSpan.FromBounds(end, setting.ArgumentList.OpenParenToken.Span.End), $", {name}: ");
            end = setting.ArgumentList.CloseParenToken.SpanStart;
        }
    }

    /// <summary>The calls of <c>WithCancellation</c> and <c>ConfigureAwait</c> at the end of an expression, the first one first.</summary>
    private static List<InvocationExpressionSyntax> SettingsOf(ExpressionSyntax sequence)
    {
        List<InvocationExpressionSyntax> settings = [];
        ExpressionSyntax at = sequence;
        while (at is InvocationExpressionSyntax { ArgumentList.Arguments: [{ NameColon: null }] } call
            && call.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "WithCancellation" or "ConfigureAwait", Expression: var inner }
            && settings.TrueForAll(other => NameOf(other) != NameOf(call)))
        {
            settings.Insert(0, call);
            at = inner;
        }

        return settings;
    }

    private static string NameOf(InvocationExpressionSyntax setting) => ((MemberAccessExpressionSyntax)setting.Expression).Name.Identifier.ValueText;

    private void ProbeCall(ExpressionSyntax node, string name, bool isOfTheLoop)
    {
        // The loop's own coroutines, such as Sleep, are no lanes.
        ITypeSymbol? type = _model.GetTypeInfo(node).Type;
        if (_body.Kind != BodyKind.None && type is not null && (IsTask(type) || (IsCoroutine(type) && !isOfTheLoop)))
        {
            int site = _sites.Add(TraceSiteKind.Call, name, node);
            _edits.Wrap(node.Span, $"{Probe}.Call({site}, ", ")");
        }
    }

    /// <summary>Who asks a task for its result or its exception knows how it ended.</summary>
    private void ProbeLook(MemberAccessExpressionSyntax node)
    {
        bool looks = node.Name.Identifier.ValueText is "Result" or "Exception" or "Wait" or "GetAwaiter" or "ContinueWith"
            or "IsFaulted" or "IsCompletedSuccessfully" or "Status";
        if (looks && _body.Kind != BodyKind.None && !IsTail(node) && _model.GetTypeInfo(node.Expression).Type is { } type && IsTask(type))
        {
            _edits.Wrap(node.Expression.Span, $"{Probe}.Look(", ")");
        }
    }

    /// <summary>Whether an await of such a type has a probe of its own.</summary>
    private static bool IsAwaitedByProbe(ITypeSymbol type) => IsTask(type)
        || IsOf(type, "System.Threading.Tasks", "ValueTask")
        || IsOf(type, "System.Runtime.CompilerServices", "YieldAwaitable")
        || IsOf(type, "System.Runtime.CompilerServices", "ConfiguredTaskAwaitable")
        || IsOf(type, "System.Runtime.CompilerServices", "ConfiguredValueTaskAwaitable");

    /// <summary>Whether the program itself, or a library but the loop's, says how such a thing is awaited.</summary>
    private bool IsAwaitedByOther(AwaitExpressionSyntax node, out bool isVoid)
    {
        AwaitExpressionInfo how = _model.GetAwaitExpressionInfo(node);
        isVoid = how.GetResultMethod is { ReturnsVoid: true };
        return how is { IsDynamic: false, GetAwaiterMethod: { ReturnType: { IsRefLikeType: false } awaiter } begin, GetResultMethod: { ReturnsByRef: false, ReturnsByRefReadonly: false } }
            && begin.ContainingAssembly.Name != typeof(EventLoop).Assembly.GetName().Name
            && awaiter is not ITypeParameterSymbol;
    }

    private static bool IsTask(ITypeSymbol type)
    {
        for (ITypeSymbol? at = type; at is not null; at = at.BaseType)
        {
            if (IsOf(at, "System.Threading.Tasks", "Task"))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsCoroutine(ITypeSymbol type) => IsOf(type, "AsyncBasics", "Coroutine");

    private static bool IsOf(ITypeSymbol type, string space, string name) =>
        type.Name == name && type.ContainingType is null && type.ContainingNamespace?.ToDisplayString() == space;

    private static ITypeSymbol? AsyncItemsOf(ITypeSymbol? type) => type is null ? null : type.AllInterfaces
        .Prepend(type)
        .OfType<INamedTypeSymbol>()
        .FirstOrDefault(candidate => IsOf(candidate, "System.Collections.Generic", "IAsyncEnumerable"))?.TypeArguments[0];

    /// <summary>The two ends of a <c>ConfigureAwait</c>: what it configures, and the bracket that its argument follows.</summary>
    private (ExpressionSyntax Task, SyntaxToken Open)? Configured(ExpressionSyntax awaited) =>
        awaited is InvocationExpressionSyntax
        {
            Expression: MemberAccessExpressionSyntax { Name.Identifier.ValueText: "ConfigureAwait", Expression: var task },
            ArgumentList: { Arguments.Count: 1, OpenParenToken: var open },
        }
        && !IsTail(task)
        && _model.GetTypeInfo(task).Type is { } type && (IsTask(type) || IsOf(type, "System.Threading.Tasks", "ValueTask"))
            ? (task, open)
            : null;

    private static ExpressionSyntax WithoutParentheses(ExpressionSyntax expression)
    {
        while (expression is ParenthesizedExpressionSyntax inner)
        {
            expression = inner.Expression;
        }

        return expression;
    }
}
