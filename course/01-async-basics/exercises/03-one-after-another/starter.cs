using static AsyncBasics.Asyncio;

// Everybody begins at once: the pot boils before anything is chopped,
// and raw leeks are served.
// (You may also write it with plain tasks. The check looks at what happens,
// not at how it is written.)

Run(Main());

static async Coroutine Main()
{
    string[] soups = await Gather(
        Step("chop", 1, "leeks"),
        Step("boil", 3, "leeks"),
        Step("serve", 0.5, "leeks"));
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
