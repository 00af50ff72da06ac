// expect: none

using System.Collections.Concurrent;

var client = new WeatherClient();
string[] cities = ["Bern", "Oslo", "Rome", "Bern", "Oslo"];
Forecast[] forecasts = await Task.WhenAll(cities.Select(city => client.GetAsync(city)));
foreach (Forecast forecast in forecasts)
{
    Console.WriteLine($"{forecast.City}: {forecast.Degrees}");
}

Console.WriteLine($"{client.Requests} requests");

record Forecast(string City, int Degrees);

class WeatherClient
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Forecast>>> _cache = new();

    public int Requests { get; private set; }

    public Task<Forecast> GetAsync(string city) =>
        _cache.GetOrAdd(city, key => new Lazy<Task<Forecast>>(() => FetchAsync(key))).Value;

    private async Task<Forecast> FetchAsync(string city)
    {
        Requests++;
        await Task.Delay(300);
        return new Forecast(city, city.Length * 4);
    }
}
