using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds, in a run, exceptions that nobody saw: of tasks that nobody awaited, and behind the first one of several.</summary>
internal static class ExceptionLost
{
    private static readonly string[] s_looks = ["Exception", "IsFaulted", "IsCompletedSuccessfully", "InnerExceptions", "Status", "State"];

    /// <param name="inquiry">All that is known.</param>
    /// <param name="told">What is told already of a lane is not told again.</param>
    public static IEnumerable<Suspicion> Find(Inquiry inquiry, IReadOnlyList<Suspicion> told)
    {
        if (inquiry.Run is not { } run)
        {
            return [];
        }

        FindingKind[] causes = [FindingKind.NeverAwaited, FindingKind.AsyncVoid, FindingKind.WhenAnyLoserIgnored, FindingKind.SiblingsLeftRunning];
        HashSet<int> known = [.. told.Where(one => causes.Contains(one.Kind)).SelectMany(one => one.Lanes)];
        return Unseen(inquiry, run, known).Concat(BehindTheFirst(inquiry, run, known));
    }

    private static IEnumerable<Suspicion> Unseen(Inquiry inquiry, RunFacts run, HashSet<int> known)
    {
        foreach (IInvocationOperation call in inquiry.Program.Operations.OfType<IInvocationOperation>().Where(call => TaskTypes.IsTask(call.Type)))
        {
            int[] lost = [.. run.LanesAt(call.Syntax).Where(lane => !known.Contains(lane) && IsLost(lane, call, inquiry, run))];
            if (lost.Length > 0)
            {
                Lane first = run.Lanes[lost[0]];
                string others = lost.Length > 1 ? $", and {lost.Length - 1} more" : string.Empty;
                yield return new Suspicion(
                    FindingKind.ExceptionLost,
                    call.Syntax,
                    $"{first.Name} failed at {DurationText.Total(first.End)} ({first.Error ?? "an exception"}){others}, and nobody ever looked: the error is lost.")
                {
                    Fix = new Fix("await it, or look at its exception", $"await {call.Syntax}"),
                    Lanes = lost,
                };
            }
        }
    }

    private static bool IsLost(int number, IInvocationOperation call, Inquiry inquiry, RunFacts run)
    {
        Lane lane = run.Lanes[number];
        if (lane is not { State: FutureState.Failed, IsTask: true } || IsCutOff(lane, run))
        {
            return false;
        }

        return TaskTypes.IsNativeTask(call.Type)
            ? !lane.IsObserved && !IsAskedByWhoGetsIt(call, inquiry) && !IsContinued(call, inquiry)
            : !run.Lanes.Any(other => other.Segments.Any(segment => segment.Awaited.Contains(number))) && IsOnlyGlancedAt(call, inquiry);
    }

    /// <summary>Whether it failed because the run was ended, and so by no error of its own.</summary>
    private static bool IsCutOff(Lane lane, RunFacts run) =>
        run.Report.Outcome is Outcome.Deadlock or Outcome.Limit && lane.End >= run.End;

    /// <summary>Whether the task is handed to a function that asks it for its error.</summary>
    private static bool IsAskedByWhoGetsIt(IInvocationOperation call, Inquiry inquiry)
    {
        IOperation made = call;
        while (made.Parent is IConversionOperation)
        {
            made = made.Parent;
        }

        return made.Parent is IArgumentOperation { Parameter: { } parameter }
            && inquiry.Program.Operations.OfType<IPropertyReferenceOperation>().Any(property =>
                property is { Property.Name: "Exception", Instance: IParameterReferenceOperation asked }
                && SymbolEqualityComparer.Default.Equals(asked.Parameter.OriginalDefinition, parameter.OriginalDefinition));
    }

    /// <summary>Whether a continuation gets the task, and with it the error.</summary>
    private static bool IsContinued(IInvocationOperation call, Inquiry inquiry) =>
        call.Parent is IInvocationOperation { TargetMethod.Name: "ContinueWith" }
        || (Usage.KeptIn(call) is { } variable && Usage.ReadsOf(variable, inquiry.Program).Any(read => read.Parent is IInvocationOperation { TargetMethod.Name: "ContinueWith" }));

    /// <summary>Whether the loop's task goes to a variable that is never awaited, handed on or asked for its error.</summary>
    private static bool IsOnlyGlancedAt(IInvocationOperation call, Inquiry inquiry)
    {
        IOperation made = call;
        while (made.Parent is IConversionOperation or IArgumentOperation or IInvocationOperation && (made.Parent is not IInvocationOperation parent || Calls.IsCreateTask(parent)))
        {
            made = made.Parent;
        }

        return Usage.KeptIn(made) is ILocalSymbol variable && Usage.ReadsOf(variable, inquiry.Program).All(read => read.Parent switch
        {
            IPropertyReferenceOperation property => property.Property.Name is not ("Exception" or "Result"),
            IInvocationOperation { TargetMethod.Name: "Cancel" or "AddDoneCallback" } => false,
            _ => false,
        });
    }

    private static IEnumerable<Suspicion> BehindTheFirst(Inquiry inquiry, RunFacts run, HashSet<int> known)
    {
        foreach (IAwaitOperation await in inquiry.Program.Operations.OfType<IAwaitOperation>())
        {
            if (AllOf(await, inquiry) is not { TargetMethod.Name: not "GatherOutcomes" } all || LooksAtEach(await, all, inquiry))
            {
                continue;
            }

            foreach ((int Lane, int Segment) wait in run.SegmentsAt(await.Syntax))
            {
                int[] failed =
                [
                    .. run[wait].Awaited.Where(lane => run.Lanes[lane].State == FutureState.Failed && run.Lanes[lane].End <= run[wait].End)
                        .Where(lane => !known.Contains(lane)).OrderBy(lane => run.Lanes[lane].End),
                ];
                if (failed.Length > 1)
                {
                    int seen = run[wait].Awaited.First(lane => failed.Contains(lane));
                    int[] behind = [.. failed.Where(lane => lane != seen)];
                    yield return new Suspicion(FindingKind.ExceptionLost, await.Syntax, Message(all, seen, behind, run))
                    {
                        Fix = new Fix("look at each task, or at the Exception of them all", FixCode(all)),
                        Lanes = failed,
                    };
                    break;
                }
            }
        }
    }

    private static IInvocationOperation? AllOf(IAwaitOperation await, Inquiry inquiry)
    {
        IOperation awaited = Calls.Awaited(await);
        if (awaited is ILocalReferenceOperation { Local: { } local } && inquiry.Program.InitializerOf(local) is { } value)
        {
            awaited = Calls.Unwrapped(value);
        }

        return Calls.IsAll(awaited) ? awaited as IInvocationOperation : null;
    }

    /// <summary>Whether afterwards somebody asks the tasks how they ended, or awaits them one by one.</summary>
    private static bool LooksAtEach(IAwaitOperation await, IInvocationOperation all, Inquiry inquiry)
    {
        Function function = inquiry.Program.FunctionOf(await);
        HashSet<ISymbol> tasks = new(all.DescendantsAndSelf().Select(Usage.VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        return function.Operations.Concat(inquiry.Program.Functions.Where(inner => inner.Outer == function).SelectMany(inner => inner.Operations))
            .Where(later => later.Syntax.SpanStart > await.Syntax.Span.End)
            .Any(later => (later is IPropertyReferenceOperation property && s_looks.Contains(property.Property.Name) && TaskTypes.IsTask(property.Instance?.Type))
                || (later is IAwaitOperation each && Usage.VariableOf(Calls.Awaited(each)) is { } variable && tasks.Contains(variable)));
    }

    private static string Message(IInvocationOperation all, int seen, int[] behind, RunFacts run)
    {
        string lost = string.Join("; ", behind.Take(3).Select(lane => $"{run.Lanes[lane].Name}: {run.Lanes[lane].Error ?? "an exception"}"));
        return $"{all.TargetMethod.Name} throws one error, {run.Lanes[seen].Name}'s. {behind.Length} more got lost behind it ({lost}).";
    }

    private static string FixCode(IInvocationOperation all) => Calls.Is(all, "Asyncio", "Gather") ? $"GatherOutcomes{all.Syntax.ToString()[all.Syntax.ToString().IndexOf('(')..]}" : "all.Exception?.InnerExceptions";
}
