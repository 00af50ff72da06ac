using static AsyncBasics.Asyncio;

// One thing is out of stock, and nobody hears of the other two.

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
