using static AsyncBasics.Asyncio;

// The pizza takes five seconds. Nobody wants to wait longer than two;
// then they would rather have noodles.

Run(Main());

static async Coroutine Main()
{
    if (!await Eat("pizza", 5))
    {
        await Eat("noodles", 1);
    }
}

// Says whether there was something to eat.
static async Coroutine<bool> Eat(string dish, double seconds)
{
    Console.WriteLine($"Eating {await Deliver(dish, seconds)}");
    return true;
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
