using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask tea = CreateTask(Brew("tea", 2));
    await Brew("coffee", 3);
    await tea;
    await Brew("cocoa", 1);
}

static async Coroutine Brew(string drink, double seconds)
{
    Console.WriteLine($"{drink}: brewing");
    await Sleep(seconds);
    Console.WriteLine($"{drink}: ready");
}
