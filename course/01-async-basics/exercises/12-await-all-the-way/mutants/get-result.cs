Console.WriteLine(Tag("soup"));
Console.WriteLine(Tag("steak"));
Console.WriteLine($"fig costs {await Price("fig")}");

static string Tag(string dish) => $"{dish} costs {Price(dish).GetAwaiter().GetResult()}";

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
