using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds tasks and coroutines that nobody awaits: given up at once, or kept in a variable that nobody looks at.</summary>
internal static class NeverAwaited
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .Where(operation => MakesWork(operation, inquiry) && IsForgotten(operation, inquiry))
        .Select(operation => new Suspicion(FindingKind.NeverAwaited, Whole(operation), Message(operation, inquiry))
        {
            Fix = FixOf(operation),
            Lanes = LanesOf(operation, inquiry),
        });

    /// <summary>What is given up on purpose is not to be awaited there; but somebody has to see its errors.</summary>
    private static Fix FixOf(IOperation work) => Usage.IsDropped(work, out bool onPurpose) && onPurpose && !TaskTypes.IsCoroutine(work.Type)
        ? new Fix("await it, or catch inside whatever can go wrong")
        : new Fix("await it", work.Parent is IConditionalAccessOperation ? null : $"await {work.Syntax}");

    /// <summary>A call behind <c>?.</c> begins with what it is called on.</summary>
    private static SyntaxNode Whole(IOperation work) =>
        work.Parent is IConditionalAccessOperation access && access.WhenNotNull == work ? access.Syntax : work.Syntax;

    /// <summary>A call whose value is a task, or a collection of tasks that were made there.</summary>
    private static bool MakesWork(IOperation operation, Inquiry inquiry) => operation switch
    {
        IInvocationOperation call => IsWork(call, inquiry),
        IArrayCreationOperation or ICollectionExpressionOperation => Types(inquiry).TaskElementOf(operation.Type) is not null,
        IObjectCreationOperation { Type: { } type } creation => Types(inquiry).TaskElementOf(type) is not null && creation.Arguments.Length == 0,
        _ => false,
    };

    private static bool IsWork(IInvocationOperation call, Inquiry inquiry)
    {
        bool isTask = TaskTypes.IsTask(call.Type);
        bool isList = Types(inquiry).TaskElementOf(call.Type) is not null
            && call.TargetMethod.ContainingType?.Name == "Enumerable"
            && call.TargetMethod.Name is "Select" or "ToList" or "ToArray";
        bool isHarmless = call.TargetMethod.Name is "FromResult" or "ContinueWith" or "FromException" or "FromCanceled" or "AsTask" or "ConfigureAwait"
            || Calls.Is(call, "TaskGroup", "CreateTask");
        return (isTask || isList) && !isHarmless;
    }

    private static TaskTypes Types(Inquiry inquiry) => inquiry.Program.Types;

    private static bool IsForgotten(IOperation work, Inquiry inquiry)
    {
        if (Usage.IsDropped(work, out bool onPurpose))
        {
            return work is IInvocationOperation call && !(onPurpose && IsTakenCareOf(call, inquiry));
        }

        bool isTakenCareOf = work is IInvocationOperation kept && IsTakenCareOf(kept, inquiry);
        return !isTakenCareOf && Usage.KeptIn(work) is { } variable && variable switch
        {
            ILocalSymbol => true,
            IFieldSymbol { DeclaredAccessibility: Accessibility.Private } => true,
            _ => false,
        } && !Usage.ReadsOf(variable, inquiry.Program).Any(read => Counts(read, inquiry));
    }

    /// <summary>Whether looking at a task there means that somebody cares for how it ends.</summary>
    private static bool Counts(IOperation read, Inquiry inquiry)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent switch
        {
            IPropertyReferenceOperation property => property.Property.Name is not ("Id" or "Status" or "Name" or "Count" or "Length" or "Capacity")
                && (Types(inquiry).TaskElementOf(read.Type) is null || property.Property.IsIndexer)
                && !(property.Property.Name.StartsWith("IsCompleted", StringComparison.Ordinal) && !IsInLoop(read)),
            IInvocationOperation call when call.Instance == at => call.TargetMethod.Name is not ("Add" or "Clear" or "AddRange" or "EnsureCapacity"),
            ISimpleAssignmentOperation { Target: IDiscardOperation } => false,
            IExpressionStatementOperation => false,
            INameOfOperation => false,
            _ => true,
        };
    }

    private static bool IsInLoop(IOperation operation)
    {
        for (IOperation? at = operation.Parent; at is not null; at = at.Parent)
        {
            if (at is ILoopOperation)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Given up on purpose, and its errors are seen to: they are caught inside all that it does. A coroutine that nobody starts does
    /// nothing at all, whatever it would have caught.
    /// </summary>
    private static bool IsTakenCareOf(IInvocationOperation call, Inquiry inquiry)
    {
        if (TaskTypes.IsCoroutine(call.Type))
        {
            return false;
        }

        IEnumerable<Function> targets = Calls.IsCreateTask(call) || Calls.IsToWorker(call)
            ? call.Arguments.Select(one => Calls.Bare(one.Value)).SelectMany(value => value switch
            {
                IInvocationOperation inner => inquiry.Program.TargetsOf(inner),
                { Type.TypeKind: TypeKind.Delegate } lambda => inquiry.Program.DelegateTargets(lambda, lambda.Type!),
                _ => [],
            })
            : inquiry.Program.TargetsOf(call);
        Function[] all = [.. targets];
        return all.Length > 0 && Array.TrueForAll(all, Handling.CatchesEverything);
    }

    private static IReadOnlyList<int> LanesOf(IOperation work, Inquiry inquiry) => inquiry.Run?.LanesFrom(work.Syntax) ?? [];

    private static string Message(IOperation work, Inquiry inquiry)
    {
        string name = Calls.NameOf(work);
        if (TaskTypes.IsCoroutine(work.Type))
        {
            return $"{name} is a coroutine that nobody awaits: its body never runs.";
        }

        if (work is not IInvocationOperation call || Types(inquiry).TaskElementOf(work.Type) is not null)
        {
            return work is IInvocationOperation { TargetMethod.Name: "Select" }
                ? "A lazy sequence of tasks that nobody goes through: none of them is ever begun."
                : "These tasks are kept and never awaited: nobody waits for their end or sees their errors.";
        }

        if (Calls.IsSleep(call))
        {
            return $"{name} is not awaited: nothing waits for it, and the code goes on at once.";
        }

        if (Calls.IsAll(call))
        {
            string names = inquiry.Run is null ? "them" : NameList.Of([.. LanesOf(work, inquiry).Select(lane => inquiry.Run.Lanes[lane].Name)]);
            return $"{name} is never awaited: nobody waits for {names}.";
        }

        if (inquiry.Run is not { } run || LanesOf(work, inquiry) is not [var first, ..])
        {
            return $"{name} is never awaited: nobody waits for its end or sees its errors.";
        }

        Lane lane = run.Lanes[first];
        return lane switch
        {
            { State: FutureState.Failed, Error: { } error } => $"{lane.Name} is never awaited: it failed at {At(lane.End)} ({error}), and nobody saw.",
            _ when lane.State == FutureState.Pending || lane.End >= run.End && lane.State == FutureState.Cancelled =>
                $"{lane.Name} is never awaited: the program was over at {At(run.End)}, and it had not ended.",
            _ => $"{lane.Name} is never awaited: it ended at {At(lane.End)}, and nobody waited for it.",
        };
    }

    private static string At(TimeSpan time) => DurationText.Total(time);
}
