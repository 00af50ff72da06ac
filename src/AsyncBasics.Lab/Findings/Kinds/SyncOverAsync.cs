using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds waits for a task that hold the loop: <c>.Result</c>, <c>.Wait()</c>, <c>GetAwaiter().GetResult()</c>, <c>Task.WaitAll</c>.</summary>
internal static class SyncOverAsync
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        foreach (IOperation operation in inquiry.Program.Operations)
        {
            if (TaskWaitedFor(operation) is not { } waitedFor)
            {
                continue;
            }

            // What blocks is only what is there.
            IOperation task = Calls.Found(waitedFor);

            Function function = inquiry.Program.FunctionOf(operation);
            (Function Async, IOperation? Call)? reach = Reach.FindAsync(function, inquiry.Program);
            Holds? holds = inquiry.Run is { } run ? Holds.At(Calls.PlaceOf(operation), run) : null;
            bool isLockedUp = inquiry.Run is { Report.Outcome: Outcome.Deadlock } dead && IsLockedUp(operation, dead);
            if (!isLockedUp && (reach is null ? holds is not { Starved.Count: > 0 } : KnownEnd.IsOver(task, operation, inquiry)))
            {
                continue;
            }

            yield return new Suspicion(
                FindingKind.SyncOverAsync, Calls.PlaceOf(operation), Message(operation, task, function, reach, holds, isLockedUp))
            {
                Fix = new Fix("await it", AwaitOf(operation, task)),
                Repair = holds?.Repair,
                Lanes = holds?.Lanes ?? [],
                Starved = holds?.Starved ?? [],
                EndsRun = isLockedUp,
            };
        }
    }

    /// <summary>What is waited for, if it is a wait that blocks.</summary>
    private static IOperation? TaskWaitedFor(IOperation operation) => operation switch
    {
        // In a pattern such as { IsCompleted: true, Result: > 2 } it is one question among several about a task that is over.
        IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task and not IInstanceReferenceOperation }
            when TaskTypes.IsNativeTask(task.Type) => task,
        IInvocationOperation { TargetMethod.Name: "Wait", Instance: { } task } when TaskTypes.IsNativeTask(task.Type) => task,
        IInvocationOperation { TargetMethod: { Name: "GetResult", DeclaringSyntaxReferences.Length: 0 }, Instance: { } awaiter } => TaskOfAwaiter(awaiter),
        IInvocationOperation call when Calls.Is(call, "Task", "WaitAll", "WaitAny") => call,
        _ => null,
    };

    private static IOperation? TaskOfAwaiter(IOperation awaiter) =>
        Calls.Bare(awaiter) is IInvocationOperation { TargetMethod.Name: "GetAwaiter", Instance: { } task } && TaskTypes.IsNativeTask(Calls.Unwrapped(task).Type)
            ? Calls.Unwrapped(task)
            : null;

    /// <summary>Whether it is what a lane was last seen in, when nobody could go on any more.</summary>
    private static bool IsLockedUp(IOperation operation, RunFacts run) => run.Lanes.Any(lane =>
        lane.LastWait is { Kind: SegmentKind.Blocked } block && lane.End >= run.End && RunFacts.IsAt(block.Place, Calls.PlaceOf(operation)));

    private static string AwaitOf(IOperation operation, IOperation task) => operation is IInvocationOperation { TargetMethod.Name: "WaitAll" } call
        ? $"await Task.WhenAll{call.Syntax.ToString()[call.Syntax.ToString().IndexOf('(')..]}"
        : operation is IInvocationOperation { TargetMethod.Name: "WaitAny" } any
            ? $"await Task.WhenAny{any.Syntax.ToString()[any.Syntax.ToString().IndexOf('(')..]}"
            : $"await {task.Syntax}";

    private static string WordOf(IOperation operation) => operation switch
    {
        IPropertyReferenceOperation => ".Result",
        IInvocationOperation { TargetMethod: { Name: "Wait" } } => ".Wait()",
        IInvocationOperation { TargetMethod: { Name: "GetResult" } } => "GetAwaiter().GetResult()",
        IInvocationOperation call => $"Task.{call.TargetMethod.Name}",
        _ => "this",
    };

    private static string Message(
        IOperation operation, IOperation task, Function function, (Function Async, IOperation? Call)? reach, Holds? holds, bool isLockedUp)
    {
        string word = WordOf(operation);
        string name = task == operation ? "tasks" : Calls.NameOf(task);
        if (isLockedUp)
        {
            return $"{word} holds the loop until {name} has ended, and {name} needs the loop to go on: each waits for the other, forever.";
        }

        string hidden = reach is { Call: { } from }
            ? $" in {function.Name}, which line {Lines.Of(from)} calls from async code,"
            : string.Empty;
        return holds is null
            ? $"{word}{hidden} holds the loop until {name} has ended; when that needs the loop, both wait forever."
            : $"{word}{hidden} held the loop for {holds.Total} until {name} had ended{holds.Victims}";
    }
}
