using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>
/// Finds what computed for long on the loop in a run, where the source alone does not tell: calls that call themselves, and loops whose bounds
/// are no numbers in the source.
/// </summary>
internal static class LongComputation
{
    /// <param name="inquiry">All that is known.</param>
    /// <param name="known">The functions of which it is known from the source.</param>
    public static IEnumerable<Suspicion> Find(Inquiry inquiry, IReadOnlySet<Function> known) => (inquiry.Run?.LongTurns ?? [])
        .Select(turn => Of(turn, inquiry, known))
        .OfType<Suspicion>()
        .DistinctBy(suspicion => (suspicion.Tree, suspicion.Span));

    private static Suspicion? Of(LongTurn turn, Inquiry inquiry, IReadOnlySet<Function> known)
    {
        if (inquiry.Program.NodeAt(turn.Place) is not { } node || inquiry.Program.FunctionAt(node) is not { } function
            || Reach.FindAsync(function, inquiry.Program) is not { } reach)
        {
            return null;
        }

        ILoopOperation? loop = function.Operations.OfType<ILoopOperation>().FirstOrDefault(one => one.Syntax.Span.Contains(node.Span) && !Awaits(one));
        HashSet<Function> way = [];
        for (Function? at = function; at is not null && way.Add(at) && !at.IsAsync;)
        {
            (Function caller, IOperation call) = inquiry.Program.CallersOf(at).FirstOrDefault(one => !way.Contains(one.Caller));
            at = caller;
            loop = call is null ? loop : LoopAround(call) ?? loop;
        }

        if (way.Overlaps(known))
        {
            return null;
        }

        string steps = string.Create(CultureInfo.InvariantCulture, $"{turn.Steps / 1_000_000.0:0.#} million steps");
        var fix = new Fix("give it to a worker, or give up the turn now and then", "await Task.Run(() => …);");
        if (loop is not null)
        {
            Function its = inquiry.Program.FunctionOf(loop);
            string hidden = its.IsAsync || reach.Call is null ? string.Empty : $" in {its.Name}, which line {Lines.Of(reach.Call)} calls from async code,";
            return new Suspicion(
                FindingKind.CpuHog, loop.Syntax.SyntaxTree, Lines.HeadOf(loop), $"This loop{hidden} has no await in {steps}: nobody else gets a turn until it is done.")
            {
                Fix = fix,
            };
        }

        return reach.Call is { } from
            ? new Suspicion(FindingKind.CpuHog, from.Syntax, $"{Calls.NameOf(from)} computes for {steps} without an await: nobody else gets a turn until it is done.")
            {
                Fix = fix with { Code = $"await Task.Run(() => {from.Syntax})" },
            }
            : null;
    }

    /// <summary>The outermost loop around a call in which nobody awaits.</summary>
    private static ILoopOperation? LoopAround(IOperation call)
    {
        ILoopOperation? loop = null;
        for (IOperation? at = call.Parent; at is not null and not (ILocalFunctionOperation or IAnonymousFunctionOperation); at = at.Parent)
        {
            loop = at is ILoopOperation one && !Awaits(one) ? one : loop;
        }

        return loop;
    }

    private static bool Awaits(ILoopOperation loop) =>
        loop is IForEachLoopOperation { IsAsynchronous: true } || SourceProgram.WithinFunction(loop).Any(one => one is IAwaitOperation);
}
