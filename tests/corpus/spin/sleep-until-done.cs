// expect: spin 11
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> task = CreateTask(Bake());
    while (!task.Done)
    {
        await Sleep(0.5);
    }

    Console.WriteLine(await task);
}

async Coroutine<string> Bake()
{
    await Sleep(2);
    return "bread";
}
