// Somebody has begun to make this async: the last line awaits. The first two
// still stand at the counter and block it. Where everybody has to come back
// to the same thread, as in a window or in this lab, nothing ever comes.

Console.WriteLine(Tag("soup"));
Console.WriteLine(Tag("steak"));
Console.WriteLine($"fig costs {await Price("fig")}");

static string Tag(string dish) => $"{dish} costs {Price(dish).Result}";

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
