using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>Who awaits whom, as a tree.</summary>
public sealed class CallGraphTests
{
    [Fact]
    public void Format_TasksAndGather_AreATree_WithTheCoroutinesTheyStandIn() => VirtualTime.Run(async () =>
    {
        LoopTask main = CreateTask(Main(), "main");
        await Sleep(0);
        await Sleep(0);

        string graph = FormatCallGraph();

        Assert.Contains(
            """
            main: Main
            └─ gather
               ├─ Task-3: Outer → Inner, waits for a timer
               └─ Task-4: Inner, waits for a timer
            """.ReplaceLineEndings(),
            graph,
            StringComparison.Ordinal);
        await main;

        static async Coroutine Main() => await Gather(Outer(), Inner());

        static async Coroutine Outer() => await Inner();

        static async Coroutine Inner() => await Sleep(1);
    });

    [Fact]
    public void Format_TheTaskThatAsks_RunsNow() => VirtualTime.Run(async () =>
        Assert.Contains($"{CurrentTask!.Name}: {CurrentTask.CoroutineName}, runs now", FormatCallGraph(), StringComparison.Ordinal));

    [Fact]
    public void Format_ARing_IsMarked() => VirtualTime.Run(async () =>
    {
        LoopTask? second = null;
        LoopTask first = CreateTask(Await(() => second!), "first");
        second = CreateTask(Await(() => first), "second");
        await Sleep(0);
        await Sleep(0);

        string graph = FormatCallGraph();

        Assert.Contains("first: Await  ↺ a ring", graph, StringComparison.Ordinal);
        first.Cancel();
        await Awaiting.Throws<CancelledException>(first);

        static async Coroutine Await(Func<LoopTask> other) => await other();
    });

    [Fact]
    public void Format_ATaskThatTwoAwait_IsDrawnOnce_AndReferredTo() => VirtualTime.Run(async () =>
    {
        LoopTask shared = CreateTask(Sleep(1), "shared");
        LoopTask a = CreateTask(Await(shared), "a");
        LoopTask b = CreateTask(Await(shared), "b");
        await Sleep(0);
        await Sleep(0);

        string graph = FormatCallGraph();

        Assert.Contains("shared: Sleep, waits for a timer", graph, StringComparison.Ordinal);
        Assert.Contains("shared: Sleep, waits for a timer  (see above)", graph, StringComparison.Ordinal);
        await Gather(a, b);

        static async Coroutine Await(LoopTask task) => await task;
    });

    [Fact]
    public void Print_WritesToTheGivenWriter() => VirtualTime.Run(async () =>
    {
        var writer = new StringWriter();

        PrintCallGraph(writer);

        Assert.Equal(FormatCallGraph() + writer.NewLine, writer.ToString());
        await Sleep(0);
    });

    [Fact]
    public void Format_ALongChain_GoesOnFromTheLeft() => VirtualTime.Run(async () =>
    {
        LoopTask last = CreateTask(Sleep(1), "last");
        for (int i = 0; i < 2000; i++)
        {
            last = CreateTask(Await(last), $"link {i}");
        }

        await Sleep(0);

        string[] lines = FormatCallGraph().Split(Environment.NewLine);

        Assert.InRange(lines.Length, 2001, 2100);
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 300));
        Assert.Single(lines, line => line.Contains("last: Sleep, waits for a timer", StringComparison.Ordinal));
        await last;

        static async Coroutine Await(LoopTask task) => await task;
    });
}
