Console.WriteLine(Tag("soup").Result);
Console.WriteLine(Tag("steak").Result);
Console.WriteLine(await Tag("fig"));

static async Task<string> Tag(string dish) => $"{dish} costs {await Price(dish)}";

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
