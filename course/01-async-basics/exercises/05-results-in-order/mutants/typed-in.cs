(string Dish, double Seconds)[] orders =
    [("soup", 2), ("steak", 3), ("cake", 1)];

await Task.WhenAny(orders.Select(order => Cook(order.Dish, order.Seconds)).ToList());

Console.WriteLine("Menu: soup, steak, cake");

static async Task<string> Cook(string dish, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{dish}: ready");
    return dish;
}
