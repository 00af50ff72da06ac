using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    (string, double)[] wishes = [("pizza", 5), ("noodles", 1)];
    foreach ((string dish, double seconds) in wishes)
    {
        string eaten = string.Empty;

        // Moving on is no error: it tells whether the body came to its end.
        bool arrived = await MoveOnAfter(
            2, async () => eaten = await Deliver(dish, seconds));
        if (arrived)
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
