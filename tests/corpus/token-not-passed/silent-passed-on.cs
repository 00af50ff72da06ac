// expect: none
// makespan: 2

using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(10));
await BrewAsync("tea", limit.Token);

static async Task BrewAsync(string drink, CancellationToken token)
{
    await HeatAsync(token);
    await Task.Delay(TimeSpan.FromSeconds(1), token);
    Console.WriteLine($"{drink} is ready");
}

static Task HeatAsync(CancellationToken token) => Task.Delay(1000, token);
