// expect: none
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string>[] tasks = [CreateTask(Iron("shirt", 1)), CreateTask(Iron("suit", 3))];
    WaitResult<LoopTask<string>> result = await Wait(tasks, FirstCompleted);
    Console.WriteLine($"first: {await result.Done[0]}");
    foreach (LoopTask<string> late in result.Pending)
    {
        Console.WriteLine($"then: {await late}");
    }
}

async Coroutine<string> Iron(string what, double seconds)
{
    await Sleep(seconds);
    return what;
}
