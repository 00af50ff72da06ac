using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    Dictionary<string, LoopTask<string>> orders = new()
    {
        ["fish"] = CreateTask(Order("fish", 3)),
        ["wine"] = CreateTask(Order("wine", 1)),
        ["bread"] = CreateTask(Order("bread", 2)),
    };

    // Waits for all of them and throws nobody's error.
    await Wait(orders.Values, AllCompleted);

    foreach ((string item, LoopTask<string> order) in orders)
    {
        string word;
        try
        {
            word = await order;
        }
        catch (InvalidOperationException error)
        {
            word = error.Message;
        }

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
