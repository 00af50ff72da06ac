using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] soups = await Gather(
        Step("chop", 1, "leeks"),
        Step("boil", 3, "leeks + chop"),
        Step("serve", 0.5, "leeks + chop + boil"));
    Console.WriteLine($"Soup: {soups[2]}");
}

static async Coroutine<string> Step(
    string name, double seconds, string food)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
    return $"{food} + {name}";
}
