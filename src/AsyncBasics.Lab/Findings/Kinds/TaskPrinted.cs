using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds tasks that become text: what is shown is the name of a type, not a result.</summary>
internal static class TaskPrinted
{
    private static readonly string[] s_printers = ["Write", "WriteLine", "Format", "Append", "AppendLine", "AppendFormat", "Concat", "Join"];

    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .Where(operation => IsTaskValue(operation, inquiry) && IsPrinted(operation))
        .Select(operation => new Suspicion(FindingKind.TaskPrinted, operation.Syntax, Message(operation, inquiry))
        {
            Fix = TaskTypes.IsTask(operation.Type)
                ? new Fix("await it, and print what it gives", $"await {operation.Syntax}")
                : new Fix("await them all, and print what they give", $"await Task.WhenAll({operation.Syntax})"),
        });

    /// <summary>Whether an operation is a task that is printed where it stands.</summary>
    public static bool IsPrinted(IOperation value)
    {
        IOperation at = value;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IInterpolationOperation interpolation => interpolation.Expression == at,
            IBinaryOperation { OperatorKind: BinaryOperatorKind.Add, Type.SpecialType: SpecialType.System_String } => true,
            ICompoundAssignmentOperation { Type.SpecialType: SpecialType.System_String } assignment => assignment.Value == at,
            IInvocationOperation { TargetMethod.Name: "ToString" } call => call.Instance == at,
            IArgumentOperation argument => IsPrinterArgument(argument),
            ICollectionExpressionOperation or IArrayInitializerOperation => ParentArgument(at.Parent) is { } argument && IsPrinterArgument(argument),
            _ => false,
        };
    }

    private static bool IsTaskValue(IOperation operation, Inquiry inquiry) =>
        operation is IInvocationOperation or ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation
            or IPropertyReferenceOperation or IArrayElementReferenceOperation
        && (TaskTypes.IsTask(operation.Type) || (inquiry.Program.Types.TaskElementOf(operation.Type) is not null && IsJoined(operation)));

    private static bool IsJoined(IOperation operation)
    {
        IOperation at = operation;
        while (at.Parent is IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod: { Name: "Join", ContainingType.Name: "String" } } };
    }

    private static IArgumentOperation? ParentArgument(IOperation? at)
    {
        while (at is ICollectionExpressionOperation or IArrayInitializerOperation or IArrayCreationOperation or IConversionOperation)
        {
            at = at.Parent;
        }

        return at as IArgumentOperation;
    }

    private static bool IsPrinterArgument(IArgumentOperation argument) =>
        argument.Parent is IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.Length: 0 } method }
        && method.ContainingType.Name is "Console" or "TextWriter" or "StreamWriter" or "String" or "StringBuilder" or "Debug" or "Trace"
        && s_printers.Contains(method.Name);

    private static string Message(IOperation operation, Inquiry inquiry)
    {
        string name = Calls.NameOf(operation);
        ITypeSymbol? element = inquiry.Program.Types.TaskElementOf(operation.Type);
        string what = TaskTypes.IsCoroutine(element ?? operation.Type) ? "coroutine" : "task";
        return element is not null
            ? $"{name} are printed, not their results: each shows as the name of a type."
            : $"{name} is a {what}, and the {what} is printed, not its result.";
    }
}
