using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string> rice = CreateTask(Cook("rice", 2));
    LoopTask<string> beans = CreateTask(Cook("beans", 1));
    LoopTask<string> salad = CreateTask(Cook("salad", 3));

    await Sleep(2.5);
    Console.WriteLine("served: rice");
    Console.WriteLine("served: beans");
    await Sleep(0.5);
    Console.WriteLine("served: salad");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
