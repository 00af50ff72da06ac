using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>Tells of a run that came to a standstill who waited for whom.</summary>
internal static class Deadlock
{
    /// <param name="inquiry">All that is known.</param>
    /// <param name="told">What is told already: a call that blocks, or a task that was never started, is a cause of its own.</param>
    public static IEnumerable<Suspicion> Find(Inquiry inquiry, IReadOnlyList<Suspicion> told)
    {
        if (inquiry.Run is not { Report.Outcome: Outcome.Deadlock } run || told.Any(one => one.EndsRun || one.Kind == FindingKind.ColdTask))
        {
            yield break;
        }

        List<int> chain = ChainFrom(0, run, out bool isCycle);
        int culprit = isCycle ? chain.MaxBy(lane => (run.Lanes[lane].LastWait!.Holders is [_, ..], run.Lanes[lane].LastWait!.Start)) : chain[^1];
        SourcePlace? place = run.Lanes[culprit].LastWait?.Place ?? chain.AsEnumerable().Reverse().Select(lane => run.Lanes[lane].LastWait?.Place).FirstOrDefault(one => one is not null);
        if (place is null || inquiry.Program.NodeAt(place) is not { } node)
        {
            yield break;
        }

        yield return new Suspicion(FindingKind.Deadlock, node, Message(chain, isCycle, run))
        {
            Fix = FixOf(chain, isCycle, run, AwaitsSource(node, inquiry.Program)),
            Lanes = chain,
        };
    }

    /// <summary>From a lane to the one it waits for, and on, to one that nobody in the run can wake, or to one that was there before.</summary>
    private static List<int> ChainFrom(int lane, RunFacts run, out bool isCycle)
    {
        List<int> chain = [];
        while (!chain.Contains(lane))
        {
            chain.Add(lane);
            Segment? wait = run.Lanes[lane].LastWait;
            int[] awaited = [.. (wait?.Awaited ?? []).Concat(wait?.Holders ?? []).Where(other => IsStuck(other, run))];
            if (awaited.Length == 0)
            {
                isCycle = false;
                return chain;
            }

            lane = awaited[0];
        }

        isCycle = true;
        return chain[chain.IndexOf(lane)..];
    }

    private static bool IsStuck(int lane, RunFacts run) => run.Lanes[lane].State != FutureState.Succeeded && run.Lanes[lane].End >= run.End;

    private static Fix FixOf(List<int> chain, bool isCycle, RunFacts run, bool awaitsSource)
    {
        int taken = chain.Count(lane => run.Lanes[lane].LastWait?.Holders is [_, ..]);
        Segment? last = run.Lanes[chain[^1]].LastWait;
        return (isCycle, last?.Holders) switch
        {
            (true, _) when taken > 1 => new Fix("let all take them in the same order"),
            (true, _) when taken > 0 => new Fix("do not take it again inside of what has taken it"),
            (true, _) => new Fix("let one of them go on without the other"),
            (false, [_, ..]) => new Fix("give it back, however its holder ends: in a finally"),
            _ when WaitsFor(KnownTask.ChannelItem, last) => new Fix("call Complete() on the channel's writer after the last item"),
            _ when WaitsFor(KnownTask.ChannelRoom, last) => new Fix("let somebody read meanwhile, or give the channel more room"),
            _ when WaitsFor(KnownTask.Semaphore, last) => new Fix("let somebody call Release()"),
            _ when awaitsSource => new Fix("let somebody call SetResult, SetException or SetCanceled"),
            _ => new Fix("see to it that somebody ends this wait"),
        };
    }

    /// <summary>Whether what is awaited is the task of a <c>TaskCompletionSource</c>, of which only the source tells.</summary>
    private static bool AwaitsSource(SyntaxNode node, SourceProgram program) =>
        program.FunctionAt(node)?.Operations.OfType<IPropertyReferenceOperation>().Any(look =>
            node.Span.Contains(look.Syntax.Span) && look.Property is { Name: "Task", ContainingType.Name: "TaskCompletionSource" }) == true;

    private static bool WaitsFor(string words, Segment? wait) => wait?.Text.EndsWith(words, StringComparison.Ordinal) == true;

    private static string Message(List<int> chain, bool isCycle, RunFacts run)
    {
        IEnumerable<string> links = chain.Select(lane => $"{run.Lanes[lane].Name} {Standstill.WordsOf(lane, run.Timeline)}{Alike(lane, chain, run)}");
        string end = isCycle && chain.Count > 1 ? "Each waits for the next, forever." : "Nobody is left who could end that.";
        return $"At {DurationText.Total(run.End)} nobody could go on: {string.Join(", ", links)}. {end}";
    }

    /// <summary>How many others stand at the same await.</summary>
    private static string Alike(int lane, List<int> chain, RunFacts run)
    {
        Segment? wait = run.Lanes[lane].LastWait;
        int others = wait?.Place is null ? 0 : Enumerable.Range(0, run.Lanes.Count).Count(other =>
            !chain.Contains(other) && IsStuck(other, run) && run.Lanes[other].LastWait?.Place == wait.Place);
        return others switch
        {
            0 => string.Empty,
            1 => ", and so does one other",
            _ => $", and so do {others} others",
        };
    }
}
