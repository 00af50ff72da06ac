using System.Globalization;
using AsyncBasics;
using static AsyncBasics.Asyncio;

// A tour of the loop, so that trimming has something to break: coroutines and tasks, gather of one type, of several and
// of outcomes, cancellation, Task code on the loop, an observer, both clocks, and a report.
var steps = new StepCounter();
var reports = new List<LoopReport>();

Run(Main(), new EventLoopOptions { Clock = new VirtualClock(), Debug = true, Observer = steps, OnReport = reports.Add });
Run(RealTime());

Console.WriteLine($"reports: {string.Join("; ", reports.Select(report => report.Message))}");
Console.WriteLine(steps.Count > 0 ? "observed" : "not observed");

static async Coroutine Main()
{
    double start = Time();
    string[] results = await Gather(Cook("water", 2), Cook("onions", 1));
    Console.WriteLine(string.Join(", ", results));

    (string name, int number) = await Gather(Cook("rice", 1), Answer());
    Console.WriteLine($"{name}, {number}");

    Outcome<int>[] outcomes = await GatherOutcomes(Answer(), Burn());
    Console.WriteLine(string.Join(", ", outcomes));

    LoopTask<string> slow = CreateTask(Cook("stew", 3600), name: "stew");
    await Sleep(1);
    slow.Cancel();
    try
    {
        await slow;
    }
    catch (CancelledException)
    {
        Console.WriteLine($"{slow.Name} cancelled");
    }

    await Native();
    _ = Answer();
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"took {Time() - start} s"));
}

static async Coroutine RealTime()
{
    await Sleep(0.01);
    Console.WriteLine("slept");
}

static async Task Native()
{
    await Task.Delay(TimeSpan.FromSeconds(1), EventLoop.Running.TimeProvider);
    Console.WriteLine("a Task on the loop");
}

static async Coroutine<string> Cook(string what, double seconds)
{
    await Sleep(seconds);
    return $"{what} ready";
}

static async Coroutine<int> Answer()
{
    await Sleep(0);
    return 42;
}

static async Coroutine<int> Burn()
{
    await Sleep(0);
    throw new InvalidOperationException("burnt");
}

internal sealed class StepCounter : LoopObserver
{
    public int Count { get; private set; }

    public override void StepBegins(LoopTask task) => Count++;
}
