// expect: using-disposed-early 7
// makespan: 1

Task<int> counting;
using (var basket = new Basket())
{
    counting = basket.CountAsync();
}

Console.WriteLine(await counting);

sealed class Basket : IDisposable
{
    private readonly List<string> _fruit = ["apple", "pear"];

    public async Task<int> CountAsync()
    {
        await Task.Delay(1000);
        return _fruit.Count;
    }

    public void Dispose() => _fruit.Clear();
}
