using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace AsyncBasics.Lab;

/// <content>Marks that tell a stand-in from which call it is called.</content>
internal sealed partial class ProbeWalker
{

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
            MarkValue(last.Expression, IsHandler(type.ConvertedType) ? type.Type : type.ConvertedType, call);
        }
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

    private static bool IsHandler(ITypeSymbol? type) =>
        type?.GetAttributes().Any(attribute => attribute.AttributeClass?.Name == "InterpolatedStringHandlerAttribute") == true;

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
}
