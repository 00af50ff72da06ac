using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    foreach ((string dish, double seconds) in new[] { ("pizza", 5.0), ("noodles", 1.0) })
    {
        string eaten = string.Empty;

        // Moving on is no error: it only tells whether the body came to its end.
        if (await MoveOnAfter(2, async () => eaten = await Deliver(dish, seconds)))
        {
            Console.WriteLine($"Eating {eaten}");
            break;
        }

        Console.WriteLine($"No {dish} today.");
    }
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
