using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Gather(Report("fish", 3), Report("wine", 1), Report("bread", 2));
}

static async Coroutine Report(string item, double seconds)
{
    try
    {
        Console.WriteLine($"{item}: {await Order(item, seconds)}");
    }
    catch (InvalidOperationException error)
    {
        Console.WriteLine($"{item}: {error.Message}");
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
