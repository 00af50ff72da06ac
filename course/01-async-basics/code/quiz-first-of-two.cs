using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string>[] tasks =
        [CreateTask(Ask("Ada", 4)), CreateTask(Ask("Ben", 1))];
    WaitResult<LoopTask<string>> result = await Wait(tasks, FirstCompleted);
    Console.WriteLine(await result.Done[0]);
}

static async Coroutine<string> Ask(string name, double seconds)
{
    await Sleep(seconds);
    return $"{name} has time.";
}
