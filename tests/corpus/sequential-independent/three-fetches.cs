// expect: sequential-independent 12 2.5
// makespan: 4.5
// needed: 2

var service = new Dashboard();
await service.ShowAsync();

class Dashboard
{
    public async Task ShowAsync()
    {
        string weather = await WeatherAsync("Oslo");
        decimal price = await PriceAsync("gold");
        int mails = await UnreadAsync();
        Console.WriteLine($"{weather}, {price}, {mails}");
    }

    private static async Task<string> WeatherAsync(string town)
    {
        await Task.Delay(1500);
        return $"{town}: snow";
    }

    private static async Task<decimal> PriceAsync(string metal)
    {
        await Task.Delay(2000);
        return metal.Length * 10m;
    }

    private static async Task<int> UnreadAsync()
    {
        await Task.Delay(1000);
        return 3;
    }
}
