using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>
/// Finds, in a run, tasks that had not ended when the program was over, and that nobody had awaited: however they were kept, it did not help.
/// </summary>
internal static class CutOff
{
    /// <param name="inquiry">All that is known.</param>
    /// <param name="told">What is told already: where a task is forgotten in the same function, or its lane is spoken of, that is the cause.</param>
    public static IEnumerable<Suspicion> Find(Inquiry inquiry, IReadOnlyList<Suspicion> told)
    {
        if (inquiry.Run is not { Report.Outcome: Outcome.Finished } run)
        {
            yield break;
        }

        // Of one that has not ended, every await has left a sign.
        HashSet<int> awaited = [.. run.Lanes.SelectMany(lane => lane.Segments).SelectMany(segment => segment.Awaited)];
        HashSet<int> known = [.. told.SelectMany(one => one.Lanes)];
        HashSet<Function?> forgetful =
        [
            .. told.Where(one => one.Kind == FindingKind.NeverAwaited).Select(one => inquiry.Program.FunctionAt(one.Tree.GetRoot().FindNode(one.Span))),
        ];
        foreach (IInvocationOperation call in inquiry.Program.Operations.OfType<IInvocationOperation>().Where(call => TaskTypes.IsTask(call.Type)))
        {
            int[] lanes = [.. run.LanesAt(call.Syntax).Where(lane => IsCutOff(run.Lanes[lane], run) && !awaited.Contains(lane) && !known.Contains(lane))];
            bool isTold = told.Any(one => one.Tree == call.Syntax.SyntaxTree && one.Span.Contains(call.Syntax.Span)) || forgetful.Contains(inquiry.Program.FunctionOf(call)) || IsHandedOn(call, inquiry);
            if (lanes.Length > 0 && !isTold && !inquiry.Program.TargetsOf(call).Any(Handling.CatchesEverything) && !IsKept(call) && !IsStoppedOnPurpose(call, inquiry))
            {
                string names = NameList.Of([.. lanes.Select(lane => run.Lanes[lane].Name)]);
                string had = lanes.Length == 1 ? "it had not ended" : "they had not ended";
                yield return new Suspicion(
                    FindingKind.NeverAwaited, call.Syntax, $"Nobody awaits {names}: the program was over at {DurationText.Total(run.End)}, and {had}.")
                {
                    Fix = new Fix("await it", $"await {call.Syntax}"),
                    Lanes = lanes,
                };
            }
        }
    }

    private static bool IsCutOff(Lane lane, RunFacts run) => lane is { IsTask: true, IsWorker: false }
        && (lane.State == FutureState.Pending || (lane.State == FutureState.Cancelled && lane.End >= run.End));

    /// <summary>Whether a method that only calls it returns it: then its caller has to see to it.</summary>
    private static bool IsHandedOn(IInvocationOperation call, Inquiry inquiry) =>
        call.Parent is IReturnOperation or IConversionOperation { Parent: IReturnOperation } && inquiry.Program.FunctionOf(call) is { IsAsync: false, IsLambda: false };

    /// <summary>A field, a property or a group keeps it, for somebody who sees to it.</summary>
    private static bool IsKept(IInvocationOperation call)
    {
        IOperation at = call;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return Calls.Is(call, "TaskGroup", "CreateTask")
            || at.Parent is ISimpleAssignmentOperation { Target: IFieldReferenceOperation or IPropertyReferenceOperation }
            || at.Parent is IArgumentOperation { Parent: IInvocationOperation { TargetMethod.ContainingType.Name: "TaskGroup" } };
    }

    /// <summary>Whether the function that made it cancels something: then it is at an end because it was meant to be.</summary>
    private static bool IsStoppedOnPurpose(IInvocationOperation call, Inquiry inquiry) => inquiry.Program.FunctionOf(call).WithOuter()
        .SelectMany(function => function.Operations)
        .Any(operation => operation is IInvocationOperation { TargetMethod.Name: "Cancel" or "CancelAsync" or "CancelAfter" });
}
