using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    if (!await Eat("pizza", 5))
    {
        await Eat("noodles", 1);
    }
}

static async Coroutine<bool> Eat(string dish, double seconds)
{
    try
    {
        string delivered = await WaitFor(Deliver(dish, seconds), 2);
        Console.WriteLine($"Eating {delivered}");
        return true;
    }
    catch (TimeoutException)
    {
        Console.WriteLine($"No {dish} today.");
        return false;
    }
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
