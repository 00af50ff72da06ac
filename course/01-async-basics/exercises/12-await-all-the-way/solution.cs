string[] tags = await Task.WhenAll(Tag("soup"), Tag("steak"), Tag("fig"));
foreach (string tag in tags)
{
    Console.WriteLine(tag);
}

static async Task<string> Tag(string dish) =>
    $"{dish} costs {await Price(dish)}";

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
