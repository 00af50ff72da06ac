// expect: await-right-after-create 12 3.0
// makespan: 6
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> rice = CreateTask(Cook("rice", 2));
    Console.WriteLine(await rice);
    LoopTask<string> beans = CreateTask(Cook("beans", 1));
    Console.WriteLine(await beans);
    LoopTask<string> salad = CreateTask(Cook("salad", 3));
    Console.WriteLine(await salad);
}

async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    return $"{dish} is ready";
}
