// Three prices, three seconds: the thread stands at the counter until each
// of them is there. (In a window, where the price has to come back to this
// very thread, it would stand there for ever.)

Console.WriteLine(Tag("soup"));
Console.WriteLine(Tag("steak"));
Console.WriteLine(Tag("fig"));

static string Tag(string dish) => $"{dish} costs {Price(dish).Result}";

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
