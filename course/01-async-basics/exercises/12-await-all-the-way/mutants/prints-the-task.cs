Task<int>[] prices = [Price("soup"), Price("steak"), Price("fig")];
Console.WriteLine($"soup costs {prices[0]}");
Console.WriteLine($"steak costs {prices[1]}");
Console.WriteLine($"fig costs {prices[2]}");
await Task.WhenAll(prices);

static async Task<int> Price(string dish)
{
    await Task.Delay(TimeSpan.FromSeconds(1));
    return dish.Length;
}
