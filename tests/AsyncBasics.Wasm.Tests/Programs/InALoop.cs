int sum = 0;
foreach (int page in Enumerable.Range(1, 4))
{
    sum += await Fetch(page);
}

Console.WriteLine($"{sum} in all");

static async Task<int> Fetch(int page)
{
    await Task.Delay(500);
    return page * 10;
}
