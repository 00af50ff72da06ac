using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] prepared = await Gather(Step("chop", 1, "leeks"), Step("boil", 3, "leeks"));
    string soup = await Step("serve", 0.5, prepared[1]);
    Console.WriteLine($"Soup: {soup}");
}

static async Coroutine<string> Step(
    string name, double seconds, string food)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
    return $"{food} + {name}";
}
