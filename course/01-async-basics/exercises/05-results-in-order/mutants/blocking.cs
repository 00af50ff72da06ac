(string Dish, double Seconds)[] orders =
    [("soup", 2), ("steak", 3), ("cake", 1)];

List<Task<string>> tasks = [.. orders.Select(order => Cook(order.Dish, order.Seconds))];
Console.WriteLine($"Menu: {string.Join(", ", tasks.Select(task => task.Result))}");

static async Task<string> Cook(string dish, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds)).ConfigureAwait(false);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
