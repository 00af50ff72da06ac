using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string chopped = await Step("chop", 1, "leeks");
    string boiled = await Step("boil", 3, chopped);
    string soup = await Step("serve", 0.5, boiled);
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
