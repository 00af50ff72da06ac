// expect: none

await using var rates = new RateFeed();
await Task.Delay(2500);
Console.WriteLine($"rate {rates.Current}");

class RateFeed : IAsyncDisposable
{
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _refreshing;

    public RateFeed() => _refreshing = RefreshAsync(_stop.Token);

    public int Current { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _refreshing;
        _stop.Dispose();
        Console.WriteLine("feed closed");
    }

    private async Task RefreshAsync(CancellationToken token)
    {
        while (!token.IsCancellationRequested)
        {
            try
            {
                await Task.Delay(1000, token);
                Current++;
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }
}
