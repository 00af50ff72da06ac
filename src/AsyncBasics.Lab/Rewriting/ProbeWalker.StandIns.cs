using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;
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

    /// <summary>A thread is a lane from where it is made.</summary>
    private void MarkThread(BaseObjectCreationExpressionSyntax node)
    {
        if (node.ArgumentList is { Arguments: [.., _] arguments } && _model.GetTypeInfo(node).Type is { } type && IsOf(type, "System.Threading", "Thread"))
        {
            MarkLast(arguments, node);
        }
    }

    /// <summary>The last argument says where the call stands: between it and the call itself nothing else can run.</summary>
    private void MarkLast(SeparatedSyntaxList<ArgumentSyntax> arguments, ExpressionSyntax call)
    {
        if (arguments.Count > 0 && arguments[^1] is { RefKindKeyword.RawKind: 0 } last)
        {
            TypeInfo type = _model.GetTypeInfo(last.Expression);
            // What a handler of interpolated strings would write only if it is needed, a stand-in takes as a string.
            MarkValue(last.Expression, last.Expression is InterpolatedStringExpressionSyntax ? type.Type : type.ConvertedType, call);
        }
    }

    private void KeepArgumentTexts(BaseObjectCreationExpressionSyntax node)
    {
        if (_model.GetSymbolInfo(node).Symbol is IMethodSymbol constructor)
        {
            KeepArgumentTexts(node, node.ArgumentList, constructor);
        }
    }

    /// <summary>
    /// A parameter with <c>[CallerArgumentExpression]</c> is given the text of another argument as its author wrote it, without any probes.
    /// </summary>
    private void KeepArgumentTexts(ExpressionSyntax call, ArgumentListSyntax? arguments, IMethodSymbol method)
    {
        if (arguments is null || _body.Kind == BodyKind.None || !method.Parameters.Any(MayTakeText)
            || _model.GetOperation(call) is not { } operation)
        {
            return;
        }

        ImmutableArray<IArgumentOperation> given = operation switch
        {
            IInvocationOperation invocation => invocation.Arguments,
            IObjectCreationOperation creation => creation.Arguments,
            _ => [],
        };
        bool isFirst = arguments.Arguments.Count == 0;
        foreach (IArgumentOperation argument in given)
        {
            if (argument is { ArgumentKind: ArgumentKind.DefaultValue, Parameter: { } parameter, Value.ConstantValue.Value: string text } && MayTakeText(parameter)
                && parameter.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "CallerArgumentExpressionAttribute"))
            {
                string separator = isFirst ? string.Empty : ", ";
                _edits.Before(arguments.CloseParenToken.SpanStart, $"{separator}@{parameter.Name}: {SymbolDisplay.FormatLiteral(text, quote: true)}");
                isFirst = false;
            }
        }

        static bool MayTakeText(IParameterSymbol parameter) => parameter is { IsOptional: true, Type.SpecialType: SpecialType.System_String };
    }

    /// <summary>A call that may block, of a type that as a whole is stood in for.</summary>
    private void MarkBlocking(InvocationExpressionSyntax node, IMethodSymbol method)
    {
        bool mayBlock = method.IsStatic
            ? method.Name is "For" or "ForEach" or "Invoke" or "WaitAll" or "WaitAny" or "SpinUntil"
            : method.ContainingType.IsReferenceType && method.Name is "Wait" or "WaitOne" or "SignalAndWait" or "Join" or "Take" or "TryTake" or "Add";
        if (!mayBlock || _body.Kind == BodyKind.None || _redirections.For(method.ContainingType) is not { Member: null })
        {
            return;
        }

        if (method.IsStatic)
        {
            MarkLast(node.ArgumentList.Arguments, node);
        }
        else if (node.Expression is MemberAccessExpressionSyntax { Expression: not BaseExpressionSyntax } access && !IsTail(access))
        {
            if (node.ArgumentList.Arguments.Count > 0)
            {
                MarkLast(node.ArgumentList.Arguments, node);
                return;
            }

            // Its type follows by itself: it is that of the stand-in.
            int site = _sites.Add(TraceSiteKind.StandIn, NameOfCall(node), node);
            _edits.Wrap(access.Expression.Span, $"{Probe}.Last({site}, ", ")");
        }
    }

    private void MarkValue(ExpressionSyntax value, ITypeSymbol? type, ExpressionSyntax call)
    {
        if (_body.Kind == BodyKind.None || type is null or { TypeKind: TypeKind.Error or TypeKind.Dynamic } || !CanBeNamed(type)
            || value is DeclarationExpressionSyntax or RefExpressionSyntax)
        {
            return;
        }

        int site = _sites.Add(TraceSiteKind.StandIn, NameOfCall(call), call);
        _edits.Wrap(value.Span, $"{Probe}.Last<{Text(type)}>({site}, ", ")");
    }

    private static bool CanBeNamed(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol named => !named.IsAnonymousType && named.SpecialType != SpecialType.System_Void && named.TypeArguments.All(CanBeNamed),
        IArrayTypeSymbol array => CanBeNamed(array.ElementType),
        ITypeParameterSymbol => true,
        _ => false,
    };

    private static string NameOfCall(ExpressionSyntax call) => call switch
    {
        InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax access } => $"{LastName(access.Expression)}.{access.Name.Identifier.ValueText}",
        InvocationExpressionSyntax { Expression: SimpleNameSyntax name } => name.Identifier.ValueText,
        InvocationExpressionSyntax { Expression: MemberBindingExpressionSyntax binding } => binding.Name.Identifier.ValueText,
        MemberBindingExpressionSyntax binding => binding.Name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => $"{LastName(access.Expression)}.{access.Name.Identifier.ValueText}",
        ObjectCreationExpressionSyntax creation => $"new {creation.Type}",
        _ => string.Empty,
    };

    internal static string LastName(ExpressionSyntax expression) => expression switch
    {
        SimpleNameSyntax name => name.Identifier.ValueText,
        MemberAccessExpressionSyntax access => access.Name.Identifier.ValueText,
        _ => string.Empty,
    };

    private static bool IsAssigned(ExpressionSyntax node) =>
        node.Parent is AssignmentExpressionSyntax assignment && ReferenceEquals(assignment.Left, node);
}
