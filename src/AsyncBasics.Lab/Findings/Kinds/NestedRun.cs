using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds code that runs on the loop and starts another one there.</summary>
internal static class NestedRun
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Operations
        .OfType<IInvocationOperation>()
        .Where(call => Calls.Is(call, "Asyncio", "Run") || Calls.Is(call, "Runner", "Run") || Calls.Is(call, "EventLoop", "RunUntilComplete", "RunForever"))
        .Select(call => (Call: call, Way: WayFromLoop(inquiry.Program.FunctionOf(call), inquiry)))
        .Where(one => one.Way is not null)
        .Select(one => new Suspicion(FindingKind.NestedRun, one.Call.Syntax, Message(one.Call, one.Way!.Value, inquiry))
        {
            Fix = FixOf(one.Call, inquiry),
        });

    /// <summary>The coroutine on whose time a function runs, and the call in it that leads there.</summary>
    private static (Function Coroutine, IOperation? Call)? WayFromLoop(Function function, Inquiry inquiry)
    {
        HashSet<Function> seen = [];
        Queue<(Function Function, IOperation? Call)> open = new([(function, null)]);
        while (open.TryDequeue(out (Function Function, IOperation? Call) one))
        {
            if (!seen.Add(one.Function) || Reach.IsWorkersOwn(one.Function))
            {
                continue;
            }

            if (IsOnLoop(one.Function))
            {
                return one;
            }

            foreach ((Function caller, IOperation call) in inquiry.Program.CallersOf(one.Function))
            {
                open.Enqueue((caller, call));
            }
        }

        return null;
    }

    /// <summary>A coroutine, or ordinary async code that a loop was given to run.</summary>
    private static bool IsOnLoop(Function function)
    {
        if (function.IsAsync && TaskTypes.IsCoroutine(function.Method?.ReturnType))
        {
            return true;
        }

        IOperation? at = function.Body.Parent;
        while (at is IDelegateCreationOperation or IConversionOperation or IArgumentOperation)
        {
            at = at.Parent;
        }

        return function is { IsAsync: true, IsLambda: true } && (Calls.Is(at, "Asyncio", "Run") || Calls.Is(at, "Runner", "Run"));
    }

    private static string Message(IInvocationOperation call, (Function Coroutine, IOperation? Call) way, Inquiry inquiry)
    {
        Function function = inquiry.Program.FunctionOf(call);
        string hidden = way.Call is { } from
            ? $" ({function.Name} is called at line {Lines.Of(from)} by {way.Coroutine.Name})"
            : string.Empty;
        return $"{call.TargetMethod.Name} starts a loop inside of a running one{hidden}: a loop cannot run in itself, and this throws.";
    }

    private static Fix FixOf(IInvocationOperation call, Inquiry inquiry)
    {
        string main = call.Arguments is [{ Syntax: { } argument }, ..] ? argument.ToString() : string.Empty;
        return inquiry.Program.FunctionOf(call).IsAsync
            ? new Fix("await it: the loop runs already", $"await {main}")
            : new Fix("make the method a coroutine, and await", $"await {main}");
    }
}
