using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Finds loops that await one item after another, where no item needs another one.</summary>
internal static class AwaitInLoop
{
    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Functions
        .Where(function => function.IsAsync && !function.Operations.Any(one => one is IReturnOperation { Kind: OperationKind.YieldReturn }))
        .SelectMany(function => function.Operations.OfType<ILoopOperation>())
        .Select(loop => AwaitLoop.Of(loop, inquiry))
        .OfType<AwaitLoop>()
        .Where(loop => !(loop is { IsLazy: true, Loop: IForEachLoopOperation { Collection: { } sequence } } && LazyEnumeratedTwice.IsSecondTime(sequence, inquiry)))
        .Select(loop => Of(loop, inquiry));

    private static Suspicion Of(AwaitLoop loop, Inquiry inquiry)
    {
        bool isCreated = loop.Works.Any(work => work.IsCreatedFirst);
        return new Suspicion(
            isCreated ? FindingKind.AwaitRightAfterCreate : FindingKind.AwaitInLoop,
            loop.Works[0].Await.Syntax,
            Message(loop, isCreated, inquiry))
        {
            Fix = FixOf(loop, isCreated, inquiry),
            Repair = inquiry.Run is { } run ? LoopRuns.RepairOf(loop, run) : null,
            OnlyIfItCosts = true,
            Lanes = [.. LanesOf(loop, inquiry)],
        };
    }

    private static IEnumerable<int> LanesOf(AwaitLoop loop, Inquiry inquiry) => inquiry.Run is { } run
        ? loop.Works.SelectMany(work => run.SegmentsAt(work.Await.Syntax)).SelectMany(one => run[one].Awaited).Distinct()
        : [];

    private static string Message(AwaitLoop loop, bool isCreated, Inquiry inquiry)
    {
        string advice = isCreated ? " Create all first, then await." : " Begin them all, then await.";
        if (inquiry.Run is { } run)
        {
            (int Lane, int Segment)[] segments = [.. run.SegmentsAt(loop.Works[0].Await.Syntax)];
            int rounds = segments.Length;
            int[] lanes = [.. segments.SelectMany(one => run[one].Awaited).Distinct()];
            if (lanes.Length > 1)
            {
                string others = rounds > 2 ? $", and so on for {rounds} items that do not need each other" : "; they do not need each other";
                (string first, string second) = Holds.Apart(run.Lanes[lanes[0]].Name, run.Lanes[lanes[1]].Name);
                return $"{second} started at {DurationText.Total(run.Lanes[lanes[1]].Start)} only because {first} was awaited before it in the loop{others}.{advice}";
            }

            if (rounds > 1)
            {
                return $"The loop awaits {rounds} items one after another that do not need each other.{advice}";
            }
        }

        return $"The loop awaits each item before it begins the next one, and they do not need each other.{advice}";
    }

    private static Fix FixOf(AwaitLoop loop, bool isCreated, Inquiry inquiry)
    {
        string text = isCreated ? "create all first, then await" : "begin them all, then await";
        if (loop.Loop is not IForEachLoopOperation { Syntax: Microsoft.CodeAnalysis.CSharp.Syntax.ForEachStatementSyntax each } || loop.Works is not [var work])
        {
            return new Fix(text);
        }

        bool isNative = TaskTypes.IsNativeTask(Calls.Awaited(work.Await).Type);
        string all = isNative ? "Task.WhenAll" : "Gather";
        string? code = work.Inner is { } call
            ? $"await {all}({each.Expression}.Select({each.Identifier} => {call.Syntax}))"
            : $"await {all}({each.Expression})";
        bool isSafe = !code.Contains('\n') && (work.Inner is null || OnlyItem(work.Inner, loop.Loop, inquiry));
        return new Fix(text, isSafe ? code : null);
    }

    /// <summary>Whether of all that is set in the loop the call needs only the item, so that it can stand in a lambda of its own.</summary>
    private static bool OnlyItem(IInvocationOperation call, ILoopOperation loop, Inquiry inquiry)
    {
        bool usesOthers = call.Descendants().OfType<ILocalReferenceOperation>().Any(local =>
            !loop.Locals.Contains(local.Local, SymbolEqualityComparer.Default)
            && local.Local.DeclaringSyntaxReferences is [{ } declared] && loop.Syntax.Span.Contains(declared.Span));
        return !usesOthers && inquiry.Program.FunctionOf(call) is not null;
    }
}
