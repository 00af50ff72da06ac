using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Eat("pizza", 5);
    await Eat("noodles", 1);
}

static async Coroutine Eat(string dish, double seconds)
{
    LoopTask<string> delivery = CreateTask(Deliver(dish, seconds));
    WaitResult<LoopTask<string>> result = await Wait([delivery], timeout: 2);
    Console.WriteLine(result.Done.Count == 1 ? $"Eating {await delivery}" : $"Toast instead of {dish}");
}

static async Coroutine<string> Deliver(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: at the door");
    return dish;
}
