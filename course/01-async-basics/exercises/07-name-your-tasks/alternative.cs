using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    var stove = new List<LoopTask>();
    (string, double)[] orders = [("rice", 2), ("beans", 1), ("salad", 3)];
    foreach ((string dish, double seconds) in orders)
    {
        LoopTask task = CreateTask(Cook(dish, seconds));
        task.Name = dish;
        stove.Add(task);
    }

    // A wait with a limit looks, and cancels nothing.
    WaitResult<LoopTask> look = await Wait(stove, timeout: 1.5);
    IEnumerable<string> cooking = look.Pending.Select(task => task.Name);
    Console.WriteLine("Still cooking: " + string.Join(", ", cooking));

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
