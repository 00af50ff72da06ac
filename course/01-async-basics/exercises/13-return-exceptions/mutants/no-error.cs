using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    string[] items = ["fish", "wine", "bread"];
    string[] results = await Gather(
        Order("fish", 3), Order("wine", 1), Order("bread", 2));
    foreach ((string item, string result) in items.Zip(results))
    {
        Console.WriteLine($"{item}: {result}");
    }
}

static async Coroutine<string> Order(string item, double seconds)
{
    await Sleep(seconds);
    return item == "wine" ? "out of stock" : "delivered";
}
