using System.Text.RegularExpressions;
using static AsyncBasics.Asyncio;

namespace AsyncBasics.Tests;

/// <summary>An observer is told everything, in exactly this order.</summary>
public sealed partial class ObserverTests
{
    [Fact]
    public void ASleep() => Assert.Equal(
        [
            "Task-1 created by nobody",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 calls Main",
            "Task-1 sets a timer for 1",
            "Task-1 waits for Timer 1",
            "} Task-1",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 ends Main",
            "Task-1 Succeeded",
            "} Task-1",
        ],
        EventsOf(async () => await Sleep(1)));

    [Fact]
    public void AYield_AndANestedCall() => Assert.Equal(
        [
            "Task-1 created by nobody",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 calls Main",
            "Task-1 calls Inner",
            "Task-1 made ready by nobody",
            "Task-1 waits for Yield",
            "} Task-1",
            "Task-1 {",
            "Task-1 ends Inner",
            "Task-1 calls Quick",
            "Task-1 ends Quick",
            "Task-1 ends Main",
            "Task-1 Succeeded",
            "} Task-1",
        ],
        EventsOf(async () =>
        {
            await Inner();
            await Quick();
        }));

    [Fact]
    public void ATask_AwaitedByAnother() => Assert.Equal(
        [
            "Task-1 created by nobody",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 calls Main",
            "A created by Task-1",
            "A made ready by Task-1",
            "Task-1 waits for Future task A (Quick)",
            "} Task-1",
            "A {",
            "A calls Quick",
            "A ends Quick",
            "Task-1 made ready by A",
            "A Succeeded",
            "} A",
            "Task-1 {",
            "Task-1 ends Main",
            "Task-1 Succeeded",
            "} Task-1",
        ],
        EventsOf(async () => await CreateTask(Quick(), "A")));

    [Fact]
    public void AGather_OfOneThatFails() => Assert.Equal(
        [
            "Task-1 created by nobody",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 calls Main",
            "Task-2 created by Task-1",
            "Task-2 made ready by Task-1",
            "Task-1 waits for Future gather of task Task-2 (Fail)",
            "} Task-1",
            "Task-2 {",
            "Task-2 calls Fail",
            "Task-2 ends Fail with ExpectedException",
            "Task-2 Failed",
            "} Task-2",
            "Task-1 made ready by Task-2",
            "Task-1 {",
            "Task-1 ends Main",
            "Task-1 Succeeded",
            "} Task-1",
        ],
        EventsOf(async () => await Awaiting.Throws<ExpectedException>(Gather(Fail()))).Where(IsNotOfAwaiting));

    [Fact]
    public void ACancellation_BeforeTheFirstStep_BeginsNoCall() => Assert.Equal(
        [
            "A created by Task-1",
            "A made ready by Task-1",
            "A {",
            "A Cancelled",
            "} A",
        ],
        EventsOf(async () =>
        {
            CreateTask(Quick(), "A").Cancel();
            await Sleep(1);
        }).Where(line => line.Contains("A ", StringComparison.Ordinal) || line.EndsWith('A')));

    [Fact]
    public void ACancellation_OfASleep() => Assert.Equal(
        [
            "A created by Task-1",
            "A made ready by Task-1",
            "A {",
            "A calls Long",
            "A sets a timer for 100",
            "A waits for Timer 100",
            "} A",
            "A made ready by Task-1",
            "A {",
            "A ends Long with CancelledException",
            "A Cancelled",
            "} A",
        ],
        EventsOf(async () =>
        {
            LoopTask task = CreateTask(Long(), "A");
            await Sleep(1);
            task.Cancel();
            await Sleep(1);
        }).Where(line => line.StartsWith("A ", StringComparison.Ordinal) || line.EndsWith(" A", StringComparison.Ordinal)));

    [Fact]
    public void ATimerOfACallback_ABlock_AndOutput() => Assert.Equal(
        [
            "Task-1 sets a timer for 5",
            "Task-1 blocks for 2",
            "Task-1 writes hello",
            "nobody blocks for 1",
            "nobody writes from a callback",
        ],
        EventsOf(async () =>
        {
            EventLoop loop = EventLoop.Running;
            loop.CallLater(TimeSpan.FromSeconds(5), () => { });
            loop.Block(TimeSpan.FromSeconds(2));
            loop.WriteOutput("hello");
            loop.CallSoon(() =>
            {
                loop.Block(TimeSpan.FromSeconds(1));
                loop.WriteOutput("from a callback");
            });
            await Quick();
            await CreateTask(Quick());
        }).Where(line => line.Contains("timer", StringComparison.Ordinal)
            || line.Contains("blocks", StringComparison.Ordinal)
            || line.Contains("writes", StringComparison.Ordinal)));

    [Fact]
    public void ANativeWait() => Assert.Equal(
        [
            "Task-1 created by nobody",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 calls Main",
            "Task-1 waits for Native",
            "} Task-1",
            "Task-1 made ready by nobody",
            "Task-1 {",
            "Task-1 ends Main",
            "Task-1 Succeeded",
            "} Task-1",
        ],
        EventsOf(async () => await Task.Yield()));

    [Fact]
    public void AWaitAfterASleep_HasNoDeadline() => Assert.DoesNotContain(
        EventsOf(async () =>
        {
            await Sleep(1);
            await Sleep(0);
            await CreateTask(Quick());
        }),
        line => line.Contains("Yield 1", StringComparison.Ordinal) || line.Contains("Future 1", StringComparison.Ordinal));

    [Fact]
    public void Calls_AreStrictlyNested_AtEveryDepth()
    {
        List<string> lines = EventsOf(async () => await Down(200));
        var open = new Stack<string>();
        int deepest = 0;
        foreach (string line in lines)
        {
            if (line.StartsWith("Task-1 calls ", StringComparison.Ordinal))
            {
                open.Push(line["Task-1 calls ".Length..]);
                deepest = Math.Max(deepest, open.Count);
            }
            else if (line.StartsWith("Task-1 ends ", StringComparison.Ordinal))
            {
                Assert.Equal(open.Pop(), line["Task-1 ends ".Length..]);
            }
        }

        Assert.Empty(open);
        Assert.Equal(202, deepest);
    }

    [Fact]
    public void TwoRuns_AreToldAlike_AlsoOnOneThread()
    {
        List<string> Events() => EventsOf(async () =>
        {
            async Coroutine<int> Worker(int n)
            {
                await Sleep(n % 4 * 0.25);
                await Sleep(0);
                await Task.Yield();
                return n;
            }

            await Gather(Enumerable.Range(0, 10).Select(Worker));
            await Wait([CreateTask(Long())], timeout: 3);
        });

        List<string> first = Events();
        for (int i = 0; i < 10; i++)
        {
            Assert.Equal(first, Events());
        }
    }

    [Fact]
    public void ACallsVariables_AreTheMethodsArguments()
    {
        var observer = new VariableReader();
        VirtualTime.Run(async () => await WithArguments("A", 1.5), observer);

        Assert.Contains("name=A seconds=1.5", observer.Seen);
    }

    private static List<string> EventsOf(Func<Coroutine> main)
    {
        var log = new EventLog();
        VirtualTime.Run(main, log);
        return [.. log.Lines.Select(line => MainLambda.Replace(line, "Main"))];
    }

    [GeneratedRegex(@"lambda in \w+")]
    private static partial Regex MainLambda { get; }

    private static bool IsNotOfAwaiting(string line) => !line.Contains("Throws", StringComparison.Ordinal);

    private static async Coroutine Inner() => await Sleep(0);

    private static async Coroutine Quick()
    {
    }

    private static async Coroutine Long() => await Sleep(100);

    private static async Coroutine Fail() => throw new ExpectedException();

    private static async Coroutine Down(int depth)
    {
        if (depth > 0)
        {
            await Down(depth - 1);
        }
        else
        {
            await Sleep(1);
        }
    }

    private static async Coroutine WithArguments(string name, double seconds)
    {
        await Sleep(seconds);
        Assert.NotNull(name);
    }

    private sealed class VariableReader : LoopObserver
    {
        public List<string> Seen { get; } = [];

        public override void CallBegins(LoopTask task, CoroutineCall call)
        {
            if (call.Variables is { } variables)
            {
                object? Read(string field) => variables.GetType().GetField(field)?.GetValue(variables);
                Seen.Add(FormattableString.Invariant($"name={Read("name")} seconds={Read("seconds")}"));
            }
        }
    }
}
