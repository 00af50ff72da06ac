using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds tasks whose result is a task, and where only the outer one is awaited.</summary>
internal static class NestedTask
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        foreach (IOperation operation in inquiry.Program.Operations)
        {
            if (operation is IAwaitOperation await && IsOuterOnly(await, inquiry))
            {
                yield return new Suspicion(
                    FindingKind.NestedTask,
                    await.Syntax,
                    $"The result of {Calls.NameOf(await.Operation)} is itself a task, and only the outer one is awaited: the work goes on unseen.")
                {
                    Fix = new Fix("await the inner one, too", $"await {await.Syntax}"),
                };
            }
            else if (operation is IConversionOperation conversion && LosesInner(conversion))
            {
                yield return new Suspicion(
                    FindingKind.NestedTask,
                    conversion.Operand.Syntax,
                    $"{Calls.NameOf(conversion.Operand)} gives a task inside a task, and the variable keeps only the outer one: it ends when the inner one begins.")
                {
                    Fix = new Fix("unwrap it", $"{conversion.Operand.Syntax}.Unwrap()"),
                };
            }
        }
    }

    /// <summary>An await that gives a task which nobody looks at.</summary>
    private static bool IsOuterOnly(IAwaitOperation await, Inquiry inquiry)
    {
        bool isNested = TaskTypes.IsTask(await.Type) || inquiry.Program.Types.TaskElementOf(await.Type) is not null;
        if (!isNested || IsOfWinner(await, inquiry) || inquiry.Program.Types.TaskElementOf(await.Type) is not null && !IsOfAll(await))
        {
            return false;
        }

        return Usage.IsDropped(await, out _)
            || (Usage.KeptIn(await) is ILocalSymbol variable && !Usage.ReadsOf(variable, inquiry.Program).Any(read => !TaskPrinted.IsPrinted(read)));
    }

    private static bool IsOfAll(IAwaitOperation await) => Calls.IsAll(Calls.Awaited(await));

    /// <summary>The task that a race gives back has ended already.</summary>
    private static bool IsOfWinner(IAwaitOperation await, Inquiry inquiry)
    {
        IOperation awaited = Calls.Awaited(await);
        if (awaited is ILocalReferenceOperation { Local: { } local } && inquiry.Program.InitializerOf(local) is { } value)
        {
            awaited = Calls.Unwrapped(value);
        }

        return Calls.IsAny(awaited);
    }

    /// <summary>A task with a result that is a task becomes a task without a result.</summary>
    private static bool LosesInner(IConversionOperation conversion) =>
        conversion.Operand is IInvocationOperation call
        && !Calls.IsAny(call)
        && TaskTypes.IsTask(TaskTypes.ResultOf(call.Type))
        && TaskTypes.IsTask(conversion.Type)
        && TaskTypes.ResultOf(conversion.Type) is null
        && Usage.KeptIn(call) is not null;
}
