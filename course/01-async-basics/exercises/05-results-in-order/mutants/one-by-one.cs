(string Dish, double Seconds)[] orders =
    [("soup", 2), ("steak", 3), ("cake", 1)];
List<string> menu = [];

foreach ((string dish, double seconds) in orders)
{
    menu.Add(await Cook(dish, seconds));
}

Console.WriteLine($"Menu: {string.Join(", ", menu)}");

static async Task<string> Cook(string dish, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
    return dish;
}
