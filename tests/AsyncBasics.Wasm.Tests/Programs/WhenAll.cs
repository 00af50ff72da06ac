string[] results = await Task.WhenAll(Cook("water", 2), Cook("onions", 1), Cook("carrots", 1.5));
Console.WriteLine(string.Join(" and ", results));

static async Task<string> Cook(string what, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"{what} ready";
}
