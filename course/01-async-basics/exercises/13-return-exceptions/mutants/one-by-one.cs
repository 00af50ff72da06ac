using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    foreach ((string item, double seconds) in new[] { ("fish", 3.0), ("wine", 1.0), ("bread", 2.0) })
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
