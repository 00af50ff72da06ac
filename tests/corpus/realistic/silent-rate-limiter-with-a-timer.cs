// expect: none
// makespan: 0.5
// stdout: 1 at 0
// stdout: 2 at 0
// stdout: 3 at 200
// stdout: 4 at 200
// stdout: 5 at 400
// stdout: 6 at 400

using System.Diagnostics;

var clock = Stopwatch.StartNew();
await using var limiter = new RateLimiter(2, TimeSpan.FromMilliseconds(200));
await Task.WhenAll(Enumerable.Range(1, 6).Select(CallAsync));

async Task CallAsync(int id)
{
    await limiter.WaitAsync();
    Console.WriteLine($"{id} at {clock.ElapsedMilliseconds / 50 * 50}");
    await Task.Delay(100);
}

class RateLimiter : IAsyncDisposable
{
    private readonly SemaphoreSlim _permits;
    private readonly Timer _refill;

    public RateLimiter(int permits, TimeSpan window)
    {
        _permits = new SemaphoreSlim(permits, permits);
        _refill = new Timer(_ =>
        {
            int missing = permits - _permits.CurrentCount;
            if (missing > 0)
            {
                _permits.Release(missing);
            }
        }, null, window, window);
    }

    public Task WaitAsync(CancellationToken token = default) => _permits.WaitAsync(token);

    public ValueTask DisposeAsync() => _refill.DisposeAsync();
}
