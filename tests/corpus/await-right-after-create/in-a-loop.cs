// expect: await-right-after-create 15 3.0
// makespan: 6
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    List<string> results = [];
    foreach ((string name, double seconds) in new[] { ("A", 2.0), ("B", 1.0), ("C", 3.0) })
    {
        LoopTask<string> task = CreateTask(DoTask(name, seconds));
        results.Add(await task);
    }

    Console.WriteLine(string.Join(", ", results));
}

async Coroutine<string> DoTask(string name, double seconds)
{
    await Sleep(seconds);
    return $"{name} result";
}
