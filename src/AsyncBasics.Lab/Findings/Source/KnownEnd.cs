using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Tells where a task is known to have ended, so that asking for its result waits for nothing.</summary>
internal static class KnownEnd
{
    /// <param name="task">The task.</param>
    /// <param name="use">Where it is asked for its result.</param>
    /// <param name="inquiry">All that is known.</param>
    public static bool IsOver(IOperation task, IOperation use, Inquiry inquiry)
    {
        task = Calls.Unwrapped(task);
        if (task is IInvocationOperation { TargetMethod.Name: "FromResult" } or IPropertyReferenceOperation { Property.Name: "CompletedTask" })
        {
            return true;
        }

        if (task is ILocalReferenceOperation { Local: { } made } && inquiry.Program.InitializerOf(made) is { } value
            && Calls.Unwrapped(value) is IInvocationOperation { TargetMethod.Name: "FromResult" } or IPropertyReferenceOperation { Property.Name: "CompletedTask" })
        {
            return true;
        }

        if (task is IAwaitOperation || IsContinuationsOwn(task, inquiry) || IsGuarded(task, use))
        {
            return true;
        }

        if (task is ILocalReferenceOperation local && inquiry.Program.InitializerOf(local.Local) is { } initializer
            && Calls.Bare(initializer) is IAwaitOperation race && Calls.IsAny(Calls.Awaited(race)))
        {
            return true;
        }

        ISymbol? variable = VariableOf(task, inquiry);
        return variable is not null && WasAwaited(variable, use, inquiry);
    }

    /// <summary>The variable that holds it: of an element of a collection, or of what goes through one, the collection.</summary>
    private static ISymbol? VariableOf(IOperation task, Inquiry inquiry)
    {
        if (task is IArrayElementReferenceOperation element)
        {
            return VariableOf(element.ArrayReference, inquiry);
        }

        if (task is IPropertyReferenceOperation { Property.IsIndexer: true, Instance: { } list })
        {
            return VariableOf(list, inquiry);
        }

        if (task is ILocalReferenceOperation { Local: { } local } && CollectionOf(local, task) is { } collection)
        {
            return VariableOf(Calls.Bare(collection), inquiry);
        }

        if (task is IParameterReferenceOperation && CollectionOfLambda(task, inquiry) is { } source)
        {
            return VariableOf(Calls.Bare(source), inquiry);
        }

        return Usage.VariableOf(task);
    }

    private static IOperation? CollectionOf(ILocalSymbol local, IOperation use)
    {
        for (IOperation? at = use.Parent; at is not null; at = at.Parent)
        {
            if (at is IForEachLoopOperation loop && loop.Locals.Contains(local, SymbolEqualityComparer.Default))
            {
                return loop.Collection;
            }
        }

        return null;
    }

    /// <summary>In <c>tasks.Select(task => task.Result)</c> it is an element of <c>tasks</c>.</summary>
    private static IOperation? CollectionOfLambda(IOperation use, Inquiry inquiry)
    {
        IOperation? at = inquiry.Program.FunctionOf(use).Body.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return at is IInvocationOperation { TargetMethod.ContainingType.Name: "Enumerable", Arguments: [{ Value: { } source }, ..] } ? source : null;
    }

    private static bool IsContinuationsOwn(IOperation task, Inquiry inquiry)
    {
        IOperation? at = inquiry.Program.FunctionOf(task).Body.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return task is IParameterReferenceOperation && at is IInvocationOperation { TargetMethod.Name: "ContinueWith" or "ContinueWhenAll" };
    }

    /// <summary>Whether it stands behind a question whether the task has ended, or which of several has.</summary>
    private static bool IsGuarded(IOperation task, IOperation use)
    {
        string name = task.Syntax.ToString();
        for (IOperation at = use; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalOperation choice && choice.Condition != at && Asks(choice.Condition, name))
            {
                return true;
            }

            if (parent is IBinaryOperation { OperatorKind: BinaryOperatorKind.ConditionalAnd } both && both.RightOperand == at && Asks(both.LeftOperand, name))
            {
                return true;
            }

            if (parent is IBlockOperation block && block.Operations.TakeWhile(one => one != at).Any(one =>
                (one is IConditionalOperation { WhenTrue: { } leaves } earlier && Asks(earlier.Condition, name) && Leaves(leaves))
                || (one is IWhileLoopOperation { Condition: { } condition } && Asks(condition, name))))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Asks(IOperation condition, string task) => condition.DescendantsAndSelf().Any(one => one switch
    {
        IPropertyReferenceOperation { Instance: { } instance } property =>
            property.Property.Name.StartsWith("Is", StringComparison.Ordinal) && instance.Syntax.ToString() == task,
        IBinaryOperation { OperatorKind: BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals } comparison =>
            comparison.LeftOperand.Syntax.ToString() == task || comparison.RightOperand.Syntax.ToString() == task,
        _ => false,
    });

    private static bool Leaves(IOperation branch) => branch.DescendantsAndSelf().Any(one => one is IReturnOperation or IThrowOperation or IBranchOperation);

    /// <summary>Whether the variable, alone or among others, is awaited in the same function before that.</summary>
    private static bool WasAwaited(ISymbol variable, IOperation use, Inquiry inquiry)
    {
        Function function = inquiry.Program.FunctionOf(use);
        bool wasBlockedOn = function.Operations.OfType<IInvocationOperation>()
            .Where(call => call.Syntax.Span.End <= use.Syntax.SpanStart)
            .Any(call => (call.TargetMethod.Name == "Wait" && SymbolEqualityComparer.Default.Equals(VariableOf(call.Instance ?? call, inquiry), variable))
                || (Calls.Is(call, "Task", "WaitAll") && Mentions(call, variable, inquiry, depth: 0)));
        return wasBlockedOn || function.WithOuter().SelectMany(one => one.Operations).OfType<IAwaitOperation>()
            .Where(await => await.Syntax.Span.End <= use.Syntax.SpanStart)
            .Any(await => Mentions(Calls.Awaited(await), variable, inquiry, depth: 0));
    }

    private static bool Mentions(IOperation awaited, ISymbol variable, Inquiry inquiry, int depth)
    {
        foreach (IOperation one in awaited.DescendantsAndSelf())
        {
            ISymbol? mentioned = VariableOf(one, inquiry);
            if (SymbolEqualityComparer.Default.Equals(mentioned, variable))
            {
                return true;
            }

            // What is awaited may be a WhenAll, or a collection of tasks, that was put into a variable before.
            if (depth < 3 && one is ILocalReferenceOperation local && inquiry.Program.InitializerOf(local.Local) is { } value
                && (TaskTypes.IsTask(local.Type) ? Calls.IsAll(Calls.Unwrapped(value)) : inquiry.Program.Types.TaskElementOf(local.Type) is not null)
                && Mentions(value, variable, inquiry, depth + 1))
            {
                return true;
            }
        }

        return false;
    }
}
