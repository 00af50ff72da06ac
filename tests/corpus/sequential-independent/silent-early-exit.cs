// expect: none
// makespan: 2
// needed: 2

Console.WriteLine(await OrderAsync("tea"));

static async Task<string> OrderAsync(string item)
{
    bool inStock = await InStockAsync(item);
    if (!inStock)
    {
        return "sold out";
    }

    int price = await PriceAsync(item);
    return $"{item}: {price}";
}

static async Task<bool> InStockAsync(string item)
{
    await Task.Delay(1000);
    return item != "milk";
}

static async Task<int> PriceAsync(string item)
{
    await Task.Delay(1000);
    return item.Length;
}
