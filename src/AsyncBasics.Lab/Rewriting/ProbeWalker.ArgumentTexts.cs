using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <content>The texts of arguments, which a method may ask for, as the author wrote them.</content>
internal sealed partial class ProbeWalker
{
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
}
