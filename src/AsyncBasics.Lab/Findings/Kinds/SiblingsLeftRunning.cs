using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds, in a run, tasks that went on after one of their group had failed and the code had gone on without them.</summary>
internal static class SiblingsLeftRunning
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        if (inquiry.Run is not { } run)
        {
            yield break;
        }

        foreach (IAwaitOperation await in inquiry.Program.Operations.OfType<IAwaitOperation>())
        {
            foreach ((int Lane, int Segment) wait in run.SegmentsAt(await.Syntax))
            {
                int? failed = FailedAtEndOf(run[wait], run);
                int[] left = failed is null || Calls.IsAny(Calls.Awaited(await)) ? [] : [.. LeftBy(wait, await, inquiry, run)];
                if (left.Length > 0)
                {
                    yield return new Suspicion(FindingKind.SiblingsLeftRunning, await.Syntax, Message(failed!.Value, left, run))
                    {
                        Fix = TaskTypes.IsNativeTask(Calls.Awaited(await).Type)
                            ? new Fix("await them all together, or cancel the others", "await Task.WhenAll(…)")
                            : new Fix("a TaskGroup cancels the others", "await TaskGroup.Run(async group => …)"),
                        Lanes = [failed.Value, .. left],
                    };
                    break;
                }
            }
        }
    }

    private static int? FailedAtEndOf(Segment wait, RunFacts run) => wait.Target != WaitTarget.Lanes
        ? null
        : wait.Awaited.Cast<int?>().FirstOrDefault(lane => run.Lanes[lane!.Value] is { State: FutureState.Failed } one && one.End == wait.End);

    /// <summary>
    /// Those that were waited for together with it, or, where tasks were made first and are awaited one after another, those whose turn
    /// never came.
    /// </summary>
    private static IEnumerable<int> LeftBy((int Lane, int Segment) wait, IAwaitOperation await, Inquiry inquiry, RunFacts run)
    {
        TimeSpan end = run[wait].End;
        IEnumerable<int> group = run[wait].Awaited.Count > 1 ? run[wait].Awaited : LaterAwaited(wait.Lane, await, inquiry, run);
        return group.Where(lane => run.Lanes[lane] is var one && one.Start <= end && one.End > end
            && (one.State != FutureState.Cancelled || one.End >= run.End)
            && (run.Report.Outcome != Outcome.Failed || one.End < run.End)
            && !run.Lanes.Any(other => other.Segments.Any(segment => segment.Start >= end && segment.Awaited.Contains(lane)))
            && (run[wait].Awaited.Count > 1 || !one.IsObserved || TaskTypes.IsFuture(Calls.Awaited(await).Type)));
    }

    /// <summary>The lanes made in the same function by calls whose variables are awaited further down.</summary>
    private static IEnumerable<int> LaterAwaited(int parent, IAwaitOperation await, Inquiry inquiry, RunFacts run) => inquiry.Program.FunctionOf(await).Operations
        .OfType<IAwaitOperation>()
        .Where(later => later.Syntax.SpanStart > await.Syntax.Span.End)
        .Select(later => Usage.VariableOf(Calls.Awaited(later)))
        .OfType<ILocalSymbol>()
        .Where(variable => IsOutOfReach(variable, await, inquiry))
        .Select(inquiry.Program.InitializerOf)
        .OfType<IOperation>()
        .SelectMany(made => run.LanesFrom(made.Syntax))
        .Where(lane => run.Lanes[lane].Parent == parent)
        .Distinct();

    /// <summary>Whether nothing that is done after the failure can look at a task: all that would have stands behind the await, inside of the same try.</summary>
    private static bool IsOutOfReach(ILocalSymbol variable, IAwaitOperation await, Inquiry inquiry)
    {
        IOperation? attempt = await;
        while (attempt is not null and not (IBlockOperation { Parent: ITryOperation } or ILocalFunctionOperation or IAnonymousFunctionOperation))
        {
            attempt = attempt.Parent;
        }

        return attempt is null || Usage.ReadsOf(variable, inquiry.Program)
            .Where(read => read.Syntax.SpanStart > await.Syntax.Span.End)
            .All(read => attempt.Syntax.Span.Contains(read.Syntax.Span));
    }

    private static string Message(int failed, int[] left, RunFacts run)
    {
        Lane first = run.Lanes[failed];
        string names = NameList.Of([.. left.Select(lane => run.Lanes[lane].Name)]);
        TimeSpan last = left.Max(lane => run.Lanes[lane].End);
        string until = last >= run.End ? "until the program was over" : $"until {DurationText.Total(last)}";
        string errors = left.Any(lane => run.Lanes[lane].State == FutureState.Failed) ? ", and nobody saw how that ended" : string.Empty;
        return $"{first.Name} failed at {DurationText.Total(first.End)}; {names} went on {until}, though nobody waited any more{errors}.";
    }
}
