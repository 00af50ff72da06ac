using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Eat("pizza", 5);
    await Eat("noodles", 1);
}

static async Coroutine Eat(string dish, double seconds)
{
    double start = Time();
    string delivered = await Deliver(dish, seconds);
    Console.WriteLine(Time() - start <= 2 ? $"Eating {delivered}" : $"Toast instead of {dish}");
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
