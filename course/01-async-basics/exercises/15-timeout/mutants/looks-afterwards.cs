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
    double start = Time();
    string delivered = await Deliver(dish, seconds);
    if (Time() - start > 2)
    {
        Console.WriteLine($"No {dish} today.");
        return false;
    }

    Console.WriteLine($"Eating {delivered}");
    return true;
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
