(string Dish, double Seconds)[] orders =
    [("soup", 2), ("steak", 3), ("cake", 1)];
List<string> ready = [];

await Task.WhenAll(orders.Select(order => Cook(order.Dish, order.Seconds)));

Console.WriteLine($"Menu: {string.Join(", ", ready.Order())}");

async Task<string> Cook(string dish, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
    ready.Add(dish);
    return dish;
}
