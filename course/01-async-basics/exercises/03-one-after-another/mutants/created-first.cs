using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask chop = CreateTask(Step("chop", 1));
    LoopTask boil = CreateTask(Step("boil", 3));
    LoopTask serve = CreateTask(Step("serve", 0.5));
    await chop;
    await boil;
    await serve;
    Console.WriteLine("Soup!");
}

static async Coroutine Step(string name, double seconds)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
}
