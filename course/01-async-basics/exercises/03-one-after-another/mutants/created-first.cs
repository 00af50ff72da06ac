using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask<string> chop = CreateTask(Step("chop", 1, "leeks"));
    LoopTask<string> boil = CreateTask(Step("boil", 3, "leeks + chop"));
    LoopTask<string> serve = CreateTask(Step("serve", 0.5, "leeks + chop + boil"));
    await chop;
    await boil;
    Console.WriteLine($"Soup: {await serve}");
}

static async Coroutine<string> Step(
    string name, double seconds, string food)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
    return $"{food} + {name}";
}
