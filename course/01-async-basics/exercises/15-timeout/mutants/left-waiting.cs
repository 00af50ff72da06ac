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
    LoopTask<string> delivery = CreateTask(Deliver(dish, seconds));
    WaitResult<LoopTask<string>> result = await Wait([delivery], timeout: 2);
    if (result.Done.Count == 1)
    {
        Console.WriteLine($"Eating {await delivery}");
        return true;
    }

    Console.WriteLine($"No {dish} today.");
    return false;
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
