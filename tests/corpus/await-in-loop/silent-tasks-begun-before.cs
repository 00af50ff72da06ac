// expect: none
// makespan: 3
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<int>[] tasks = [.. new[] { 3, 1, 2 }.Select(seconds => CreateTask(Wash(seconds)))];
    foreach (LoopTask<int> task in tasks)
    {
        Console.WriteLine(await task);
    }
}

async Coroutine<int> Wash(int seconds)
{
    await Sleep(seconds);
    return seconds;
}
