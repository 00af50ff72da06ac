using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds tasks that are made with <c>new Task</c> and never started: whoever awaits one waits forever.</summary>
internal static class ColdTask
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .OfType<IObjectCreationOperation>()
        .Where(creation => TaskTypes.IsNativeTask(creation.Type) && creation.Type is { Name: "Task" } && creation.Arguments.Length > 0)
        .Where(creation => IsNeverStarted(creation, inquiry))
        .Select(creation => new Suspicion(
            FindingKind.ColdTask,
            creation.Syntax,
            "new Task makes a task and does not start it: its work is never done, and whoever awaits it waits forever.")
        {
            Fix = new Fix(
                "Task.Run makes and starts it",
                creation.Arguments is [{ Syntax: { } work }, ..] ? $"Task.Run({work})" : null),
        });

    private static bool IsNeverStarted(IObjectCreationOperation creation, Inquiry inquiry)
    {
        if (Usage.KeptIn(creation) is { } variable)
        {
            IOperation[] reads = [.. Usage.ReadsOf(variable, inquiry.Program)];
            return variable is ILocalSymbol && !Array.Exists(reads, read => IsStart(read.Parent) || Escapes(read));
        }

        if (creation.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.Name: "Add", Instance: ILocalReferenceOperation { Local: { } list } } })
        {
            return Usage.ReadsOf(list, inquiry.Program).All(IsOnlyFilledOrJoined);
        }

        return creation.Parent is IAwaitOperation or IExpressionStatementOperation || Usage.IsDropped(creation, out _);
    }

    /// <summary>Whether a list of tasks is added to here, counted, or waited for: nobody gets at a task who could start it.</summary>
    private static bool IsOnlyFilledOrJoined(IOperation read) => read.Parent switch
    {
        IInvocationOperation { TargetMethod.Name: "Add" } call => call.Instance == read,
        IPropertyReferenceOperation { Property.Name: "Count" } => true,
        IConversionOperation conversion => IsOnlyFilledOrJoined(conversion),
        IArgumentOperation { Parent: IInvocationOperation call } => Calls.IsAll(call) || Calls.IsAny(call),
        _ => false,
    };

    private static bool IsStart(IOperation? use) => use is IInvocationOperation { TargetMethod.Name: "Start" or "RunSynchronously" };

    /// <summary>Whether somebody else gets hold of it, who may start it.</summary>
    private static bool Escapes(IOperation read)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IArgumentOperation { Parent: IInvocationOperation call } => !Calls.IsAll(call) && !Calls.IsAny(call) && !TaskPrinted.IsPrinted(read),
            IArrayInitializerOperation or ICollectionExpressionOperation => !IsOfJoin(at.Parent),
            IReturnOperation or IVariableInitializerOperation => true,
            ISimpleAssignmentOperation assignment => assignment.Value == at && assignment.Target is not IDiscardOperation,
            _ => false,
        };
    }

    /// <summary>Whether a list of tasks is made for somebody who only waits for them.</summary>
    private static bool IsOfJoin(IOperation? list)
    {
        while (list is IArrayInitializerOperation or ICollectionExpressionOperation or IArrayCreationOperation or IConversionOperation)
        {
            list = list.Parent;
        }

        return list is IArgumentOperation { Parent: IInvocationOperation call } && (Calls.IsAll(call) || Calls.IsAny(call));
    }
}
