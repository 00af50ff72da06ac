// expect: none
// makespan: 1

var shop = new Shop();
Console.WriteLine(await shop.PriceOf("tea"));

class Shop
{
    private readonly Dictionary<string, Task<decimal>> _prices = [];

    public Task<decimal> PriceOf(string item)
    {
        if (!_prices.TryGetValue(item, out Task<decimal>? price))
        {
            price = AskSupplier(item);
            _prices.Add(item, price);
        }

        return price;
    }

    private static async Task<decimal> AskSupplier(string item)
    {
        await Task.Delay(1000);
        return item.Length * 1.5m;
    }
}
