namespace VirtualTime;

/// <summary>Lets so many callers pass in each period; the others wait for the next.</summary>
public sealed class RateLimiter : IDisposable
{
    private readonly SemaphoreSlim _permits;
    private readonly ITimer _refill;

    public RateLimiter(int permitsPerPeriod, TimeSpan period, TimeProvider time)
    {
        _permits = new SemaphoreSlim(permitsPerPeriod, permitsPerPeriod);
        _refill = time.CreateTimer(_ => Refill(permitsPerPeriod), null, period, period);
    }

    public Task Pass() => _permits.WaitAsync();

    public void Dispose()
    {
        _refill.Dispose();
        _permits.Dispose();
    }

    private void Refill(int permitsPerPeriod)
    {
        int used = permitsPerPeriod - _permits.CurrentCount;
        if (used > 0)
        {
            _permits.Release(used);
        }
    }
}
