using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    var stove = new List<LoopTask>();
    foreach ((string dish, double seconds) in new[] { ("rice", 2.0), ("beans", 1.0), ("salad", 3.0) })
    {
        LoopTask task = CreateTask(Cook(dish, seconds));
        task.Name = dish;
        stove.Add(task);
    }

    // A wait with a limit looks, and cancels nothing.
    WaitResult<LoopTask> look = await Wait(stove, timeout: 1.5);
    Console.WriteLine("Still cooking: " + string.Join(", ", look.Pending.Select(task => task.Name)));

    foreach (LoopTask task in stove)
    {
        await task;
    }

    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
