using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds races whose losers are left alone: neither awaited nor cancelled.</summary>
internal static class WhenAnyLoserIgnored
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry)
    {
        foreach (IAwaitOperation await in inquiry.Program.Operations.OfType<IAwaitOperation>())
        {
            if (RaceOf(await, inquiry) is not { } race || IsSeenTo(await, race, inquiry))
            {
                continue;
            }

            int[]? losers = inquiry.Run is { } run ? LosersOf(await, run) ?? LosersOfShort(race, run, inquiry) : null;
            if (losers is { Length: 0 } || (losers is null && !Runners(race, inquiry).Any(runner => !IsTimer(runner, inquiry))))
            {
                continue;
            }

            yield return new Suspicion(FindingKind.WhenAnyLoserIgnored, await.Syntax, Message(losers, inquiry.Run))
            {
                Fix = new Fix("cancel the loser, or await it", TaskTypes.IsNativeTask(race.Type) ? "cancellation.Cancel();" : "loser.Cancel();"),
                Lanes = losers ?? [],
            };
        }
    }

    private static IInvocationOperation? RaceOf(IAwaitOperation await, Inquiry inquiry)
    {
        IOperation awaited = Calls.Awaited(await);
        if (awaited is ILocalReferenceOperation { Local: { } local } && inquiry.Program.InitializerOf(local) is { } value)
        {
            awaited = Calls.Unwrapped(value);
        }

        return Calls.IsAny(awaited) ? awaited as IInvocationOperation : null;
    }

    /// <summary>
    /// Whether something is done afterwards that may be meant for the loser: a task of the race is awaited or looked at again, something is
    /// cancelled, or the race is one of a series in which everyone has his turn.
    /// </summary>
    private static bool IsSeenTo(IAwaitOperation await, IInvocationOperation race, Inquiry inquiry)
    {
        Function function = inquiry.Program.FunctionOf(await);
        HashSet<ISymbol> runners = new(Runners(race, inquiry).Select(Usage.VariableOf).OfType<ISymbol>(), SymbolEqualityComparer.Default);
        bool isInLoop = IsInLoop(await);
        foreach (IOperation later in function.Operations.Where(one => one.Syntax.SpanStart >= await.Syntax.Span.End))
        {
            bool cancels = later is IInvocationOperation { TargetMethod.Name: "Cancel" or "CancelAsync" or "CancelAfter" };
            bool isAgain = Usage.VariableOf(later) is { } variable && runners.Contains(variable) && IsAwaitedOrObserved(later);
            bool isRest = later is IPropertyReferenceOperation { Property: { Name: "Pending", ContainingType.Name: "WaitResult" } };
            if (cancels || isAgain || isRest)
            {
                return true;
            }
        }

        return isInLoop && HasSeries(race, function);
    }

    /// <summary>A task that is looked at in order to compare it with the winner is not seen to by that.</summary>
    private static bool IsAwaitedOrObserved(IOperation read)
    {
        IOperation at = read;
        while (at.Parent is IConversionOperation or IParenthesizedOperation)
        {
            at = at.Parent;
        }

        return at.Parent is not IBinaryOperation && !IsOnlyForWinner(at);
    }

    /// <summary>Whether the read stands where the task itself is known to have won, as in <c>if (winner == task) return await task;</c>.</summary>
    private static bool IsOnlyForWinner(IOperation read)
    {
        string name = read.Syntax.ToString();
        for (IOperation at = read; at.Parent is { } parent; at = parent)
        {
            if (parent is IConditionalOperation choice && choice.Condition != at && Compares(choice.Condition, name) is { } equals
                && (choice.WhenTrue == at) == equals)
            {
                return true;
            }

            if (parent is IBlockOperation block && block.Operations.TakeWhile(one => one != at).OfType<IConditionalOperation>().Any(earlier =>
                Compares(earlier.Condition, name) == false && earlier.WhenTrue.DescendantsAndSelf().Any(one => one is IReturnOperation or IThrowOperation)))
            {
                return true;
            }
        }

        return false;
    }

    private static bool? Compares(IOperation condition, string task) => Calls.Bare(condition) is IBinaryOperation comparison
        && (Calls.Bare(comparison.LeftOperand).Syntax.ToString() == task || Calls.Bare(comparison.RightOperand).Syntax.ToString() == task)
        && comparison.OperatorKind is BinaryOperatorKind.Equals or BinaryOperatorKind.NotEquals
            ? comparison.OperatorKind == BinaryOperatorKind.Equals
            : null;

    private static bool HasSeries(IInvocationOperation race, Function function) => function.Operations.OfType<IInvocationOperation>().Any(call =>
        call.TargetMethod.Name is "Remove" or "RemoveAll" or "RemoveAt" or "Except" or "Where"
        && race.Arguments.Any(argument => call.Syntax.ToString().StartsWith(argument.Value.Syntax.ToString(), StringComparison.Ordinal)));

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

    private static IEnumerable<IOperation> Runners(IInvocationOperation race, Inquiry inquiry) => race.Arguments
        .Where(argument => argument.ArgumentKind != ArgumentKind.DefaultValue)
        .Select(argument => Calls.Bare(argument.Value))
        .SelectMany(value => value switch
        {
            IArrayCreationOperation { Initializer: { } elements } => elements.ElementValues.Select(Calls.Unwrapped),
            ICollectionExpressionOperation list => list.Elements.Select(Calls.Unwrapped),
            _ when TaskTypes.IsTask(value.Type) || inquiry.Program.Types.TaskElementOf(value.Type) is not null => [Calls.Unwrapped(value)],
            _ => Enumerable.Empty<IOperation>(),
        });

    private static bool IsTimer(IOperation runner, Inquiry inquiry) => runner is ILocalReferenceOperation local
        ? inquiry.Program.InitializerOf(local.Local) is { } value && Calls.IsSleep(Calls.Unwrapped(value))
        : Calls.IsSleep(runner);

    /// <summary>The lanes that ran on after the race and that nobody waited for or stopped; <see langword="null"/> when it was never run.</summary>
    private static int[]? LosersOf(IAwaitOperation await, RunFacts run)
    {
        IReadOnlyList<(int Lane, int Segment)> races = run.SegmentsAt(await.Syntax);
        if (races.Count == 0)
        {
            return null;
        }

        return
        [
            .. races.SelectMany(race => run[race].Awaited.Where(lane => RanOn(lane, run[race].End, run) && !IsAwaitedLater(lane, run[race].End, run)))
                .Distinct(),
        ];
    }

    /// <summary>
    /// The lanes that ran on after a race that was over as soon as it began, and so has left no wait; <see langword="null"/> when none of its
    /// runners has ever run.
    /// </summary>
    private static int[]? LosersOfShort(IInvocationOperation race, RunFacts run, Inquiry inquiry)
    {
        int[] lanes =
        [
            .. Runners(race, inquiry)
                .Select(runner => runner is ILocalReferenceOperation { Local: { } local } && inquiry.Program.InitializerOf(local) is { } value ? Calls.Unwrapped(value) : runner)
                .SelectMany(runner => run.LanesAt(runner.Syntax)),
        ];
        if (lanes.Length == 0)
        {
            return null;
        }

        TimeSpan won = lanes.Min(lane => run.Lanes[lane].End);
        return [.. lanes.Where(lane => RanOn(lane, won, run) && !IsAwaitedLater(lane, won, run))];
    }

    private static bool RanOn(int number, TimeSpan from, RunFacts run) =>
        run.Lanes[number] is var lane
        && (lane.State == FutureState.Cancelled ? lane.End >= run.End : lane.End > from || lane.State == FutureState.Pending);

    private static bool IsAwaitedLater(int number, TimeSpan from, RunFacts run) => run.Lanes.Any(lane => lane.Segments.Any(segment =>
        segment.Start >= from && segment.Awaited.Contains(number)));

    private static string Message(int[]? losers, RunFacts? run)
    {
        if (losers is null || run is null)
        {
            return "Only the winner of this race is looked at: the loser goes on, and nobody sees its end or its error.";
        }

        string names = NameList.Of([.. losers.Select(lane => run.Lanes[lane].Name)]);
        Lane last = losers.Select(lane => run.Lanes[lane]).MaxBy(lane => lane.End)!;
        string until = last.State == FutureState.Pending ? "until the program was over" : $"until {DurationText.Total(last.End)}";
        string end = last.State == FutureState.Failed ? $", and nobody saw it fail ({last.Error})" : string.Empty;
        return $"{names} lost the race and ran on {until}{end}: nobody stopped it or waited for it.";
    }
}
