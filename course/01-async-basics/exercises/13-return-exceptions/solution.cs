using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] items = ["fish", "wine", "bread"];
    Outcome<string>[] outcomes = await GatherOutcomes(
        Order("fish", 3), Order("wine", 1), Order("bread", 2));
    foreach ((string item, Outcome<string> outcome) in items.Zip(outcomes))
    {
        string word = outcome.Exception?.Message ?? outcome.Value;
        Console.WriteLine($"{item}: {word}");
    }
}

// Leave this as it is: the wine is out of stock.
static async Coroutine<string> Order(string item, double seconds)
{
    await Sleep(seconds);
    if (item == "wine")
    {
        throw new InvalidOperationException("out of stock");
    }

    return "delivered";
}
