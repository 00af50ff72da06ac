// A program of the size of a small real one, for eng/time-run.sh.
using System.Diagnostics;

var watch = Stopwatch.StartNew();
var shop = new Shop(["tea", "coffee", "cocoa"]);

decimal[] prices = await Task.WhenAll(shop.Goods.Select(shop.PriceOf));
Console.WriteLine($"Prices: {string.Join(", ", prices)} after {watch.Elapsed.TotalSeconds:0.0} s");

foreach (string good in shop.Goods)
{
    await shop.Order(good, 2);
}

Console.WriteLine($"Ordered after {watch.Elapsed.TotalSeconds:0.0} s");

try
{
    using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
    await shop.Deliver(patience.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine($"Nobody came, after {watch.Elapsed.TotalSeconds:0.0} s");
}

sealed class Shop(string[] goods)
{
    private readonly Dictionary<string, int> _orders = [];

    public IReadOnlyList<string> Goods { get; } = goods;

    public async Task<decimal> PriceOf(string good)
    {
        await Task.Delay(good.Length * 100);
        return good.Length * 1.5m;
    }

    public async Task Order(string good, int count)
    {
        await Task.Delay(500);
        _orders[good] = _orders.GetValueOrDefault(good) + count;
        Console.WriteLine($"  {count} of {good}");
    }

    public async Task Deliver(CancellationToken token)
    {
        foreach ((string good, int count) in _orders)
        {
            await Task.Delay(TimeSpan.FromSeconds(count), token);
            Console.WriteLine($"  {good} delivered");
        }
    }
}
