using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds calls that hold the loop while they wait, also where an ordinary method hides them.</summary>
internal static class BlockingCall
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => OfCalls(inquiry).Concat(OfLocks(inquiry));

    /// <summary>A lock that somebody else has is a wait like others; most of the time nobody has it, and only the run tells.</summary>
    private static IEnumerable<Suspicion> OfLocks(Inquiry inquiry)
    {
        foreach (ILockOperation one in inquiry.Program.Operations.OfType<ILockOperation>())
        {
            if (inquiry.Run is { } run && Holds.At(one.Syntax, run) is { Starved.Count: > 0 } holds)
            {
                yield return new Suspicion(FindingKind.BlockingCall, one.LockedValue.Syntax, $"The wait for this lock holds the loop for {holds.Total}{holds.Victims}")
                {
                    Fix = new Fix("a SemaphoreSlim can be awaited", "await gate.WaitAsync();"),
                    Repair = holds.Repair,
                    Lanes = holds.Lanes,
                    Starved = holds.Starved,
                };
            }
        }
    }

    private static IEnumerable<Suspicion> OfCalls(Inquiry inquiry)
    {
        foreach (IInvocationOperation call in inquiry.Program.Operations.OfType<IInvocationOperation>().Where(Blocks))
        {
            Function function = inquiry.Program.FunctionOf(call);
            if (function.WithOuter().Any(Reach.IsWorkersOwn))
            {
                continue;
            }

            (Function Async, IOperation? Call)? reach = Reach.FindAsync(function, inquiry.Program);
            Holds? holds = HoldsOf(call, function, inquiry);
            if (reach is null ? holds is not { Starved.Count: > 0 } : IsOnWorkersOnly(holds, inquiry.Run, call))
            {
                continue;
            }

            yield return new Suspicion(FindingKind.BlockingCall, Calls.PlaceOf(call), Message(call, function, reach, holds))
            {
                Fix = FixOf(call, reach?.Async ?? function),
                Repair = holds?.Repair,
                Lanes = holds?.Lanes ?? [],
                Starved = holds?.Starved ?? [],
            };
        }
    }

    private static Holds? HoldsOf(IInvocationOperation call, Function function, Inquiry inquiry)
    {
        if (inquiry.Run is not { } run)
        {
            return null;
        }

        // The loop's own blocking calls tell no place.
        bool isLoops = call.TargetMethod is { Name: "BlockingSleep" or "Block" };
        SyntaxNode place = Calls.PlaceOf(call);
        return Holds.At(place, run) ?? (isLoops && function.Operations.OfType<IInvocationOperation>().Count(Blocks) == 1 ? Holds.At(place, run, function) : null);
    }

    private static bool Blocks(IInvocationOperation call) =>
        Calls.Is(call, "Thread", "Sleep", "Join", "SpinWait")
        || Calls.Is(call, "Asyncio", "BlockingSleep")
        || Calls.Is(call, "EventLoop", "Block")
        || (Calls.Is(call, "SemaphoreSlim", "Wait") && !IsTry(call))
        || Calls.Is(call, "ManualResetEventSlim", "Wait")
        || Calls.Is(call, "CountdownEvent", "Wait")
        || Calls.Is(call, "WaitHandle", "WaitOne", "WaitAll", "WaitAny")
        || Calls.Is(call, "Barrier", "SignalAndWait")
        || Calls.Is(call, "SpinWait", "SpinUntil")
        || Calls.Is(call, "BlockingCollection", "Take")
        || Calls.Is(call, "Process", "WaitForExit")
        || Calls.Is(call, "Monitor", "Wait")
        || Calls.Is(call, "Parallel", "For", "ForEach", "Invoke");

    /// <summary>Asking without waiting.</summary>
    private static bool IsTry(IInvocationOperation call) => call.Arguments is [{ Value.ConstantValue: { HasValue: true, Value: 0 } }, ..];

    /// <summary>The run came by, and each time a worker was the one that blocked.</summary>
    private static bool IsOnWorkersOnly(Holds? holds, RunFacts? run, IOperation call) =>
        holds is null && run is not null && run.SegmentsAt(Calls.PlaceOf(call)) is { Count: > 0 } segments && segments.All(one => run.Lanes[one.Lane].IsWorker);

    private static string Message(IInvocationOperation call, Function function, (Function Async, IOperation? Call)? reach, Holds? holds)
    {
        string name = call is { Instance: ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation, TargetMethod.DeclaringSyntaxReferences.Length: 0 }
            ? $"{call.Instance.Syntax}.{call.TargetMethod.Name}"
            : Calls.NameOf(call);
        string hidden = reach is { Call: { } from }
            ? $", hidden in {function.Name}, which line {Lines.Of(from)} calls from async code"
            : string.Empty;
        return holds is null ? $"{name} holds the loop{hidden}: nobody else gets a turn meanwhile." : $"{name} holds the loop for {holds.Total}{hidden}{holds.Victims}";
    }

    private static Fix? FixOf(IInvocationOperation call, Function function)
    {
        string arguments = string.Join(", ", call.Arguments.Where(one => one.ArgumentKind == ArgumentKind.Explicit).Select(one => one.Syntax.ToString()));
        bool isCoroutine = TaskTypes.IsCoroutine(function.Method?.ReturnType);
        return call.TargetMethod switch
        {
            { Name: "Sleep", ContainingType.Name: "Thread" } when isCoroutine => new Fix(
                "await Sleep gives the others their turn", $"await Sleep({InSeconds(call)})"),
            { Name: "Sleep", ContainingType.Name: "Thread" } => new Fix(
                "await Task.Delay gives the others their turn", $"await Task.Delay({arguments})"),
            { Name: "BlockingSleep" or "Block" } => new Fix("await Sleep gives the others their turn", $"await Sleep({arguments})"),
            { Name: "Wait", ContainingType.Name: "SemaphoreSlim" } => new Fix(
                "WaitAsync gives the others their turn", $"await {(call.Instance is { } gate ? Calls.Found(gate).Syntax : null)}.WaitAsync({arguments})"),
            _ => new Fix("leave it to a worker", Calls.PlaceOf(call).ToString() is var code && code.Contains('\n') ? null : $"await Task.Run(() => {code})"),
        };
    }

    /// <summary>A number of milliseconds as the seconds that the loop's sleep wants.</summary>
    private static string InSeconds(IInvocationOperation call) => call.Arguments[0].Value switch
    {
        { ConstantValue: { HasValue: true, Value: int milliseconds } } =>
            (milliseconds / 1000.0).ToString(System.Globalization.CultureInfo.InvariantCulture),
        { Type.SpecialType: SpecialType.System_Int32 } value => $"({value.Syntax}) / 1000.0",
        { } value => value.Syntax.ToString(),
    };
}
