using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace AsyncBasics.Lab;

/// <content>Stand-ins for members and types of the base class library.</content>
internal sealed partial class ProbeWalker
{
    public override void VisitInvocationExpression(InvocationExpressionSyntax node)
    {
        if (IsNameOf(node))
        {
            return;
        }

        if (_model.GetSymbolInfo(node).Symbol is not IMethodSymbol method)
        {
            base.VisitInvocationExpression(node);
            return;
        }

        if (!IsTail(node))
        {
            ProbeCall(node, method.Name, method.ContainingAssembly?.Name == "AsyncBasics.Loop");
        }

        StandIn? standIn = _redirections.For(method.ReducedFrom ?? method);
        if (standIn is null)
        {
            MarkBlocking(node, method);
            KeepArgumentTexts(node, node.ArgumentList, method);
            base.VisitInvocationExpression(node);
        }
        else if (method.IsStatic && method.ReducedFrom is null)
        {
            KeepArgumentTexts(node, node.ArgumentList, method);
            RedirectStatic(node, standIn);
        }
        else if (node.Expression is MemberAccessExpressionSyntax access && !IsTail(access))
        {
            RedirectInstance(node, access, method, standIn);
        }
        else
        {
            base.VisitInvocationExpression(node);
        }
    }

    public override void VisitMemberAccessExpression(MemberAccessExpressionSyntax node)
    {
        if (!RedirectName(node, node.Name) && !RedirectProperty(node))
        {
            ProbeLook(node);
            base.VisitMemberAccessExpression(node);
        }
    }

    public override void VisitQualifiedName(QualifiedNameSyntax node)
    {
        if (!RedirectName(node, node.Right))
        {
            base.VisitQualifiedName(node);
        }
    }

    public override void VisitIdentifierName(IdentifierNameSyntax node)
    {
        // With var the type follows by itself.
        if (!node.IsVar)
        {
            RedirectName(node, node);
        }
    }

    public override void VisitGenericName(GenericNameSyntax node)
    {
        RedirectName(node, node);
        base.VisitGenericName(node);
    }

    public override void VisitObjectCreationExpression(ObjectCreationExpressionSyntax node)
    {
        if (!RedirectConstructor(node, node.Type.Span.End))
        {
            KeepArgumentTexts(node);
            MarkThread(node);
            base.VisitObjectCreationExpression(node);
        }
    }

    public override void VisitImplicitObjectCreationExpression(ImplicitObjectCreationExpressionSyntax node)
    {
        if (!RedirectConstructor(node, node.NewKeyword.Span.End))
        {
            KeepArgumentTexts(node);
            MarkThread(node);
            base.VisitImplicitObjectCreationExpression(node);
        }
    }

    /// <summary><c>Task.Delay(…)</c> becomes <c>StandIn.Delay(…)</c>.</summary>
    private void RedirectStatic(InvocationExpressionSyntax node, StandIn standIn)
    {
        SimpleNameSyntax name = node.Expression is MemberAccessExpressionSyntax access ? access.Name : (SimpleNameSyntax)node.Expression;
        _edits.Replace(TextSpan.FromBounds(node.Expression.SpanStart, name.Identifier.Span.End), $"{standIn.Type}.{standIn.Member}");
        if (name is GenericNameSyntax generic)
        {
            Visit(generic.TypeArgumentList);
        }

        MarkLast(node.ArgumentList.Arguments, node);
        Visit(node.ArgumentList);
    }

    /// <summary><c>task.Wait(…)</c> becomes <c>StandIn.Wait(task, …)</c>.</summary>
    private void RedirectInstance(InvocationExpressionSyntax node, MemberAccessExpressionSyntax access, IMethodSymbol method, StandIn standIn)
    {
        // A static method has to be told the arguments of the object's type, too.
        string typeArguments = access.Name is GenericNameSyntax
            ? $"<{string.Join(", ", method.ContainingType.TypeArguments.Concat(method.TypeArguments).Select(Text))}>"
            : string.Empty;
        SeparatedSyntaxList<ArgumentSyntax> arguments = node.ArgumentList.Arguments;
        _edits.Before(access.Expression.SpanStart, $"{standIn.Type}.{standIn.Member}{typeArguments}(");
        if (arguments.Count == 0)
        {
            MarkValue(access.Expression, _model.GetTypeInfo(access.Expression).Type, node);
        }

        TextSpan between = TextSpan.FromBounds(access.Expression.Span.End, node.ArgumentList.OpenParenToken.Span.End);
        _edits.Replace(between, arguments.Count > 0 ? ", " : string.Empty);
        MarkLast(arguments, node);
        ProbeLook(access);
        Visit(access.Expression);
        Visit(node.ArgumentList);
    }

    /// <summary><c>task.Result</c> becomes <c>StandIn.Result(task)</c>, <c>DateTime.Now</c> becomes <c>StandIn.Now</c>.</summary>
    private bool RedirectProperty(MemberAccessExpressionSyntax node)
    {
        if (!RedirectionTable.Knows(node.Name.Identifier.ValueText)
            || _model.GetSymbolInfo(node).Symbol is not IPropertySymbol property
            || _redirections.For(property) is not { Member: not null } standIn
            || IsAssigned(node)
            || IsTail(node))
        {
            return false;
        }

        if (property.IsStatic)
        {
            _edits.Replace(node.Span, $"{standIn.Type}.{standIn.Member}{(standIn.IsProperty ? string.Empty : "()")}");
            return true;
        }

        _edits.Before(node.SpanStart, $"{standIn.Type}.{standIn.Member}(");
        MarkValue(node.Expression, _model.GetTypeInfo(node.Expression).Type, node);
        _edits.Replace(TextSpan.FromBounds(node.Expression.Span.End, node.Span.End), ")");
        ProbeLook(node);
        Visit(node.Expression);
        return true;
    }

    /// <summary>A name of a type, or of a method or property that was found by <c>using static</c>.</summary>
    private bool RedirectName(ExpressionSyntax node, SimpleNameSyntax name)
    {
        // To ask what a name means is dear, above all when it is that of a method: the compiler then looks for all that it could be.
        if (!RedirectionTable.Knows(name.Identifier.ValueText) && !_aliases.Contains(name.Identifier.ValueText))
        {
            return false;
        }

        ISymbol? symbol = _model.GetSymbolInfo(node).Symbol;
        if (symbol is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor)
        {
            symbol = constructor.ContainingType;
        }

        if (symbol is not (INamedTypeSymbol or IMethodSymbol { IsStatic: true } or IPropertySymbol { IsStatic: true })
            || _redirections.For(symbol) is not { } standIn
            || (symbol is IPropertySymbol && IsAssigned(node)))
        {
            return false;
        }

        string text = symbol is INamedTypeSymbol
            ? standIn.Type
            : $"{standIn.Type}.{standIn.Member}{(symbol is IPropertySymbol && !standIn.IsProperty ? "()" : string.Empty)}";
        if (symbol is INamedTypeSymbol && standIn.Member is not null)
        {
            return false;
        }

        _edits.Replace(TextSpan.FromBounds(node.SpanStart, name.Identifier.Span.End), text);
        if (name is GenericNameSyntax generic && !ReferenceEquals(generic, node))
        {
            Visit(generic.TypeArgumentList);
        }

        return true;
    }

    /// <summary><c>new CancellationTokenSource(…)</c> becomes <c>StandIn.Member(…)</c>.</summary>
    private bool RedirectConstructor(BaseObjectCreationExpressionSyntax node, int nameEnd)
    {
        if (node.Initializer is not null
            || node.ArgumentList is null
            || _model.GetSymbolInfo(node).Symbol is not IMethodSymbol { ContainingType: { } type }
            || RedirectionTable.ForConstructorOf(type) is not { } standIn)
        {
            return false;
        }

        string typeArguments = type.TypeArguments.Length == 0 ? string.Empty : $"<{string.Join(", ", type.TypeArguments.Select(Text))}>";
        _edits.Replace(TextSpan.FromBounds(node.SpanStart, nameEnd), $"{standIn.Type}.{standIn.Member}{typeArguments}");
        MarkLast(node.ArgumentList.Arguments, node);
        Visit(node.ArgumentList);
        return true;
    }
    private static bool IsAssigned(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax assignment && ReferenceEquals(assignment.Left, node);
}
