using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds loops that ask over and over whether something has happened, where they could wait for it.</summary>
internal static class Spin
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .OfType<ILoopOperation>()
        .Where(loop => IsSpin(loop, inquiry))
        .Select(loop => new Suspicion(FindingKind.Spin, loop.Syntax.SyntaxTree, Lines.HeadOf(loop), Message(loop, inquiry))
        {
            Fix = FixOf(loop),
        });

    private static bool IsSpin(ILoopOperation loop, Inquiry inquiry)
    {
        IOperation[] asked = [.. ConditionsOf(loop)];
        if (loop is IForEachLoopOperation || asked.Length == 0 || !asked.All(condition => IsQuestion(condition, inquiry)))
        {
            return false;
        }

        IOperation[] statements = [.. StatementsOf(loop.Body).Where(statement => !IsExit(statement))];
        bool naps = Array.Exists(statements, IsNap);
        bool onlyNaps = Array.TrueForAll(statements, statement => IsNap(statement) || IsSpinWait(statement));
        bool isBusyOnClock = statements.Length == 0 && Array.Exists(asked, IsAboutTime) || (statements.Length > 0 && Array.TrueForAll(statements, IsSpinWait));
        return (naps && onlyNaps) || isBusyOnClock;
    }

    /// <summary>What keeps the loop going, or ends it.</summary>
    private static IEnumerable<IOperation> ConditionsOf(ILoopOperation loop)
    {
        IOperation? condition = loop switch
        {
            IWhileLoopOperation { Condition: { } one } => one,
            IForLoopOperation { AtLoopBottom.Length: 0, Condition: { } one } => one,
            _ => null,
        };
        if (condition is not null and not { ConstantValue.HasValue: true })
        {
            yield return condition;
        }

        foreach (IOperation statement in StatementsOf(loop.Body).Where(IsExit))
        {
            yield return ((IConditionalOperation)statement).Condition;
        }
    }

    private static IEnumerable<IOperation> StatementsOf(IOperation body) =>
        body is IBlockOperation block ? block.Operations.Where(one => one is not IEmptyOperation) : body is IEmptyOperation ? [] : [body];

    private static bool IsExit(IOperation statement) => statement is IConditionalOperation { WhenFalse: null, WhenTrue: { } exit }
        && StatementsOf(exit) is var inside
        && inside.All(one => one is IBranchOperation or IReturnOperation);

    /// <summary>
    /// A look at something in this program that changes by itself: a flag, a task's state, a count, the clock. Asking somebody else is no
    /// such thing, for one cannot wait for that.
    /// </summary>
    private static bool IsQuestion(IOperation condition, Inquiry inquiry)
    {
        bool looks = false;
        foreach (IOperation operation in condition.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAwaitOperation or IAssignmentOperation or IIncrementOrDecrementOperation or IObjectCreationOperation:
                    return false;
                case IInvocationOperation call when !IsLook(call, inquiry):
                    return false;
                case IInvocationOperation or IPropertyReferenceOperation or IFieldReferenceOperation:
                    looks = true;
                    break;
                case ILocalReferenceOperation or IParameterReferenceOperation:
                    looks = true;
                    break;
            }
        }

        return looks;
    }

    private static bool IsLook(IInvocationOperation call, Inquiry inquiry)
    {
        if (inquiry.Program.Find(call.TargetMethod) is { } function)
        {
            return !inquiry.Effects.Of(function).All.Any(effect => effect.IsWrite);
        }

        return call.TargetMethod.Name is "Any" or "All" or "Contains" or "ContainsKey" or "Read" or "CompareExchange" or "Time" or "GetElapsedTime";
    }

    private static bool IsNap(IOperation statement) => statement is IExpressionStatementOperation { Operation: IAwaitOperation await }
        && Calls.Awaited(await) is var awaited
        && (Calls.IsSleep(awaited) || Calls.IsYield(awaited));

    private static bool IsSpinWait(IOperation statement) => statement is IExpressionStatementOperation { Operation: IInvocationOperation call }
        && (Calls.Is(call, "Thread", "SpinWait", "Yield") || Calls.Is(call, "SpinWait", "SpinOnce"));

    private static bool IsAboutTime(IOperation condition) => KnownCalls.ReadsClock(condition) || condition.DescendantsAndSelf().Any(one =>
        one is IPropertyReferenceOperation { Property.Name: var name } && name.StartsWith("IsCompleted", StringComparison.Ordinal));

    private static string Message(ILoopOperation loop, Inquiry inquiry)
    {
        string condition = ConditionsOf(loop).First().Syntax.ToString();
        (int Lane, int Segment)[] naps = inquiry.Run is { } run
            ? [.. SourceProgram.WithinFunction(loop.Body).OfType<IAwaitOperation>().SelectMany(await => run.SegmentsAt(await.Syntax))]
            : [];
        string times = naps.Length > 1 ? $"{naps.Length} times" : "over and over";
        return $"This loop asks {times} for {condition}, and could wait for it once.";
    }

    private static Fix FixOf(ILoopOperation loop)
    {
        IOperation condition = ConditionsOf(loop).First();
        IOperation? task = condition.DescendantsAndSelf().OfType<IPropertyReferenceOperation>()
            .FirstOrDefault(property => property.Property.Name.StartsWith("IsCompleted", StringComparison.Ordinal) || property.Property.Name == "Done")?.Instance;
        return task is not null
            ? new Fix("await the task itself", $"await {task.Syntax};")
            : KnownCalls.ReadsClock(condition)
                ? new Fix("sleep until then", "await Task.Delay(…);")
                : new Fix("wait for a signal, such as a TaskCompletionSource", "await changed.Task;");
    }
}
