using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    var dishes = new List<LoopTask<string>>();

    // A group is left when all of its tasks are done.
    await TaskGroup.Run(async group =>
    {
        dishes.Add(group.CreateTask(Cook("rice", 3)));
        dishes.Add(group.CreateTask(Cook("beans", 2)));
        dishes.Add(group.CreateTask(Cook("salad", 1)));
    });

    IEnumerable<string> dinner = dishes.Select(dish => dish.Result);
    Console.WriteLine($"Dinner: {string.Join(", ", dinner)}");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
