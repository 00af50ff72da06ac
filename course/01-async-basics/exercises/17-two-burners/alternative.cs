var orders = new Queue<(string Dish, double Seconds)>(
    [("rice", 2), ("beans", 1), ("salad", 3), ("stew", 1)]);

// Two cooks, and each takes the next order when the last one is done.
await Task.WhenAll(Work("left"), Work("right"));
Console.WriteLine("Dinner!");

async Task Work(string burner)
{
    while (orders.TryDequeue(out (string Dish, double Seconds) order))
    {
        await Heat(order.Dish, order.Seconds);
    }
}

static async Task Heat(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
}
