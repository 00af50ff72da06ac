using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>What becomes of variables and values.</summary>
internal static class Usage
{
    /// <summary>All places at which a variable is read, also in functions inside; where it is only set is not among them.</summary>
    public static IEnumerable<IOperation> ReadsOf(ISymbol variable, SourceProgram program) => program.Operations.Where(operation =>
        SymbolEqualityComparer.Default.Equals(VariableOf(operation), variable) && !IsTarget(operation));

    /// <summary>The variable that an operation speaks of, if it does.</summary>
    public static ISymbol? VariableOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => local.Local,
        IParameterReferenceOperation parameter => parameter.Parameter,
        IFieldReferenceOperation field => field.Field,
        _ => null,
    };

    /// <summary>Whether it is what is set by an assignment.</summary>
    public static bool IsTarget(IOperation operation) => operation.Parent is ISimpleAssignmentOperation assignment && assignment.Target == operation;

    /// <summary>The variable that a value goes to, right away.</summary>
    public static ISymbol? KeptIn(IOperation value)
    {
        IOperation at = value;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation local } assignment when assignment.Value == at => local.Local,
            ISimpleAssignmentOperation { Target: IFieldReferenceOperation field } assignment when assignment.Value == at => field.Field,
            _ => null,
        };
    }

    /// <summary>Whether a value is given up at once: it is a statement of its own, or set to nothing.</summary>
    public static bool IsDropped(IOperation value, out bool onPurpose)
    {
        IOperation at = value;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        if (at.Parent is IConditionalAccessOperation access && access.WhenNotNull == at)
        {
            return IsDropped(access, out onPurpose);
        }

        onPurpose = at.Parent is ISimpleAssignmentOperation { Target: IDiscardOperation };
        return onPurpose || at.Parent is IExpressionStatementOperation;
    }

    /// <summary>The statement of a block that an operation belongs to, and the block.</summary>
    public static (IOperation Statement, IBlockOperation Block)? StatementOf(IOperation operation)
    {
        for (IOperation at = operation; at.Parent is { } parent; at = parent)
        {
            if (parent is IBlockOperation block)
            {
                return (at, block);
            }
        }

        return null;
    }
}
