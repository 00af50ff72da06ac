using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>What becomes of errors.</summary>
internal static class Handling
{
    /// <summary>Whether all that a function does stands in a <c>try</c> that catches everything.</summary>
    public static bool CatchesEverything(Function function)
    {
        IBlockOperation? block = function.Operations.OfType<IBlockOperation>().FirstOrDefault();
        IOperation[] statements = [.. block?.Operations.Where(IsMoreThanSetup) ?? []];
        return statements.Length > 0 && Array.TrueForAll(statements, statement => statement is ITryOperation attempt && attempt.Catches.Any(CatchesAll));
    }

    private static bool CatchesAll(ICatchClauseOperation clause) =>
        clause.Filter is null && (clause.ExceptionType is not { Name: not ("Exception" or "Object") }) && !clause.Handler.Descendants().OfType<IThrowOperation>().Any();

    private static bool IsMoreThanSetup(IOperation statement) => statement switch
    {
        ILocalFunctionOperation or IEmptyOperation => false,
        IReturnOperation { ReturnedValue: null } => false,
        IExpressionStatementOperation { Operation: IInvocationOperation { TargetMethod.ContainingType.Name: "Console" } } => false,
        IVariableDeclarationGroupOperation group => group.Descendants().Any(one => one is IAwaitOperation or IInvocationOperation),
        _ => true,
    };
}
