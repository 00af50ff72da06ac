// expect: await-in-loop 8

var shop = new PriceClient();
string[] articles = ["tea", "milk", "sugar"];
var prices = new Dictionary<string, decimal>();
foreach (string article in articles)
{
    prices[article] = await shop.GetPriceAsync(article);
}

Console.WriteLine(prices.Values.Sum());

class PriceClient
{
    public async Task<decimal> GetPriceAsync(string article)
    {
        await Task.Delay(500);
        return article.Length * 1.5m;
    }
}
