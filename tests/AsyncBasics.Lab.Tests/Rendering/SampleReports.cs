using static AsyncBasics.Asyncio;
using static AsyncBasics.Lab.Tests.LessonPrograms;

namespace AsyncBasics.Lab.Tests.Rendering;

/// <summary>Reports as the lab makes them: the lanes from real runs, the words and places put in by hand.</summary>
internal static class SampleReports
{
    private const string BlockingSource = """
        await Task.WhenAll(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));

        async Task DoTask(string name, double seconds)
        {
            await Task.Yield();
            Thread.Sleep(TimeSpan.FromSeconds(seconds));
        }
        """;

    private const string OneByOneSource = """
        using static AsyncBasics.Asyncio;

        Run(Main());

        async Coroutine Main()
        {
            LoopTask<string> a = CreateTask(DoTask("A", 2));
            await a;
            LoopTask<string> b = CreateTask(DoTask("B", 1));
            await b;
            LoopTask<string> c = CreateTask(DoTask("C", 3));
            await c;
        }
        """;

    /// <summary>Nothing to find.</summary>
    public static Report Concurrent { get; } = Of("Concurrent.cs", LessonPrograms.Concurrent, "await Gather();\n") with { CriticalPathSeconds = 3 };

    /// <summary>A finding with source, cost and repair.</summary>
    public static Report Blocking { get; } = Of("Blocking.cs", LessonPrograms.Blocking, BlockingSource) with
    {
        CriticalPathSeconds = 3,
        Findings =
        [
            Finding(FindingKind.BlockingCall, "Blocking.cs", 6, 5, 17, "Thread.Sleep holds the loop for 6.0 s: B and C could not even start.") with
            {
                CostSeconds = 3,
                Fix = new Fix("gives the others their turn", "await Task.Delay(…)"),
                Lanes = [1, 2, 3],
            },
        ],
    };

    /// <summary>A finding with ghosts.</summary>
    public static Report OneByOne { get; } = Of("OneByOne.cs", CreatedAndAwaited, OneByOneSource) with
    {
        CriticalPathSeconds = 3,
        Findings =
        [
            Finding(FindingKind.AwaitRightAfterCreate, "OneByOne.cs", 8, 5, 12, "B started at 2.0 s only because A was awaited at line 8.") with
            {
                CostSeconds = 3,
                Fix = new Fix("create all three first, then await them", "var a = CreateTask(DoTask(\"A\", 2));\nvar b = CreateTask(DoTask(\"B\", 1));\nvar c = CreateTask(DoTask(\"C\", 3));"),
                Lanes = [1, 2, 3],
                Ghosts =
                [
                    new Ghost(2, TimeSpan.Zero, TimeSpan.FromSeconds(1)),
                    new Ghost(3, TimeSpan.Zero, TimeSpan.FromSeconds(3)),
                ],
            },
        ],
    };

    /// <summary>An exception that left the program.</summary>
    public static Report Failed { get; } = Of("Failed.cs", FailingInGroup, "await\n    Gather();\n") with
    {
        Outcome = Outcome.Failed,
        Message = "ExpectedException: B failed",
        Place = new SourcePlace("Failed.cs", 2, 5, 2, 13),
    };

    /// <summary>It could not be compiled.</summary>
    public static Report CompileError { get; } = new()
    {
        Program = "Wrong.cs",
        Dialect = Dialect.Tasks,
        Outcome = Outcome.CompileError,
        Files = [new SourceFile("Wrong.cs", "int x = 1;\n\tawait Tsk.Delay(x);\n")],
        Diagnostics =
        [
            new CompilerMessage(
                "CS0103", IsError: true, "The name 'Tsk' does not exist in the current context", new SourcePlace("Wrong.cs", 2, 8, 2, 11)),
        ],
    };

    public static IReadOnlyList<Report> All { get; } = [Concurrent, Blocking, OneByOne, Failed, CompileError];

    /// <summary>A report on a run that went well, with nothing found.</summary>
    public static Report Of(string name, Func<Coroutine> main, string source)
    {
        Timeline timeline = Recording.TimelineOf(main);
        return new Report
        {
            Program = name,
            Dialect = Dialect.Coroutines,
            Outcome = Outcome.Finished,
            MakespanSeconds = timeline.Took.TotalSeconds,
            CriticalPathSeconds = timeline.HadToTake?.TotalSeconds,
            Files = [new SourceFile(name, source)],
            Stdout = string.Concat(timeline.Lanes.SelectMany(lane => lane.Output).OrderBy(line => line.Time).Select(line => line.Text + "\n")),
            Timeline = timeline,
        };
    }

    public static Finding Finding(FindingKind kind, string file, int line, int column, int endColumn, string message) => new()
    {
        Id = kind.Id,
        Kind = kind.Slug,
        Title = kind.Title,
        Message = message,
        File = file,
        Line = line,
        Column = column,
        EndLine = line,
        EndColumn = endColumn,
        Lesson = kind.Lesson,
        Rules = kind.Rules,
    };

    private static async Coroutine FailingInGroup() => await Gather(DoTask("A", 2), FailingTask("B", 1));

    private static async Coroutine CreatedAndAwaited()
    {
        foreach ((string name, double seconds) in new[] { ("A", 2.0), ("B", 1.0), ("C", 3.0) })
        {
            await CreateTask(DoTask(name, seconds));
        }
    }
}
