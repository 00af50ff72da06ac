// expect: whenany-loser-ignored 11
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string>[] runners = [CreateTask(Race("hare", 1)), CreateTask(Race("snail", 2.5))];
    WaitResult<LoopTask<string>> result = await Wait(runners, FirstCompleted);
    Console.WriteLine(await result.Done[0]);
    await Sleep(2);
}

async Coroutine<string> Race(string name, double seconds)
{
    await Sleep(seconds);
    return $"{name} is there";
}
