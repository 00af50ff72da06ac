// expect: spin 5

var cache = new Cache();
Task fill = cache.FillAsync();
while (!cache.IsFilled)
{
    await Task.Delay(5);
}

Console.WriteLine(cache.Count);
await fill;

class Cache
{
    public bool IsFilled { get; private set; }

    public int Count { get; private set; }

    public async Task FillAsync()
    {
        await Task.Delay(1000);
        Count = 12;
        IsFilled = true;
    }
}
