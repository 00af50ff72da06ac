using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AsyncBasics.Lab;

/// <summary>
/// Finds awaits in a row that do not need each other: each held up the next one without need. Where a task was made for each and awaited
/// right away, that is what is told.
/// </summary>
internal static class SequentialAwaits
{
    private const int MostInCode = 4;
    private const int MostInLine = 160;

    public static IEnumerable<Suspicion> Find(Inquiry inquiry) => inquiry.Program.Functions
        .Where(function => function.IsAsync)
        .SelectMany(function => function.Operations.OfType<IBlockOperation>())
        .SelectMany(block => AwaitRow.In(block, inquiry))
        .Select(row => Of(row, inquiry))
        .OfType<Suspicion>();

    private static Suspicion? Of(AwaitRow row, Inquiry inquiry)
    {
        if (row.FirstNeedless() is not { } pair)
        {
            return null;
        }

        AwaitedWork earlier = row.Works[pair.Earlier];
        bool isCreated = row.Works.Any(work => work.IsCreatedFirst);
        return new Suspicion(
            isCreated ? FindingKind.AwaitRightAfterCreate : FindingKind.SequentialIndependent,
            earlier.Await.Syntax,
            Message(row, pair, isCreated, inquiry))
        {
            Fix = FixOf(row, isCreated),
            Repair = inquiry.Run is { } run ? RowRuns.RepairOf(row, run) : null,
            OnlyIfItCosts = true,
            Lanes = [.. LanesOf(row, inquiry)],
        };
    }

    private static IEnumerable<int> LanesOf(AwaitRow row, Inquiry inquiry) => inquiry.Run is { } run
        ? row.Works.SelectMany(work => run.SegmentsAt(work.Await.Syntax)).SelectMany(one => run[one].Awaited).Distinct()
        : [];

    private static string Message(AwaitRow row, (int Earlier, int Later) pair, bool isCreated, Inquiry inquiry)
    {
        AwaitedWork earlier = row.Works[pair.Earlier];
        AwaitedWork later = row.Works[pair.Later];
        int line = Lines.Of(earlier.Await);
        string advice = $" {(isCreated ? "Create" : "Begin")} {Which(row, pair)} {(isCreated ? "first, then await" : "together")}.";
        if (inquiry.Run is { } run && run.SegmentsAt(later.Await.Syntax) is [var second, ..] && run.SegmentsAt(earlier.Await.Syntax) is [var first, ..])
        {
            (string former, string latter) = Holds.Apart(NameOf(earlier, first, run), NameOf(later, second, run));
            return $"{latter} started at {DurationText.Total(run[second].Start)} only because {former} was awaited at line {line}.{advice}";
        }

        return $"{Calls.NameOf(later.Beginning)} does not need what is awaited at line {line}, and begins only after it.{advice}";
    }

    private static string NameOf(AwaitedWork work, (int Lane, int Segment) at, RunFacts run) =>
        run[at].Awaited is [var lane, ..] ? run.Lanes[lane].Name : Calls.NameOf(work.Beginning);

    /// <summary>Those that can begin at once: all of them, or by their names; if it is only one, the two that are told of.</summary>
    private static string Which(AwaitRow row, (int Earlier, int Later) pair)
    {
        AwaitedWork[] free = [.. row.Works.Where((_, number) => row.Needs[number].IsEmpty)];
        bool areAll = free.Length == row.Works.Count;
        free = free.Length > 1 ? free : [row.Works[pair.Earlier], row.Works[pair.Later]];
        string[] names = [.. free.Select(work => Calls.NameOf(work.Beginning))];
        return (areAll, free.Length) switch
        {
            (_, 2) when areAll || names[0] == names[1] => "both",
            (true, 3) => "all three",
            (true, _) => "all",
            _ => NameList.Of(names),
        };
    }

    private static Fix FixOf(AwaitRow row, bool isCreated)
    {
        bool allFree = row.Needs.All(needs => needs.IsEmpty);
        string[] lines = allFree && row.Works.Count <= MostInCode ? CodeOf(row) : [];
        string? code = lines.Length == 0 || lines.Any(line => line.Length > MostInLine || line.Contains('\n')) ? null : string.Join('\n', lines);
        return isCreated ? new Fix("create all first, then await", code) : new Fix("begin them together, then await", code);
    }

    /// <summary>Where nobody needs what they give, all in one; otherwise each task gets a name, and is awaited by it.</summary>
    private static string[] CodeOf(AwaitRow row)
    {
        bool areNative = TaskTypes.IsNativeTask(row.Works[0].Inner?.Type);
        string[] calls = [.. row.Works.Select(work => work.Inner?.Syntax.ToString() ?? string.Empty)];
        if (row.Works.All(work => work.IsCommand))
        {
            return [$"await {(areNative ? "Task.WhenAll" : "Gather")}({string.Join(", ", calls)})"];
        }

        if (row.Works.Any(work => Usage.KeptIn(work.Await) is null))
        {
            return [];
        }

        string[] tasks = [.. row.Works.Select(work => $"{Usage.KeptIn(work.Await)!.Name}Task")];
        return
        [
            .. tasks.Zip(calls, (task, call) => $"var {task} = {(areNative ? call : $"CreateTask({call})")};"),
            .. row.Works.Zip(tasks, (work, task) => Awaiting(task, work.Await.Syntax)),
        ];
    }

    /// <summary>The statement that awaits, with the task in the call's place.</summary>
    private static string Awaiting(string task, SyntaxNode awaited)
    {
        SyntaxNode statement = awaited.FirstAncestorOrSelf<StatementSyntax>()!;
        int start = awaited.SpanStart - statement.SpanStart;
        return statement.ToString().Remove(start, awaited.Span.Length).Insert(start, $"await {task}");
    }
}
