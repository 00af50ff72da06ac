using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string> rice = CreateTask(Cook("rice", 2));
    Console.WriteLine($"served: {await rice}");
    LoopTask<string> beans = CreateTask(Cook("beans", 1));
    Console.WriteLine($"served: {await beans}");
    LoopTask<string> salad = CreateTask(Cook("salad", 3));
    Console.WriteLine($"served: {await salad}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
