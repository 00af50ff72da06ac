namespace VirtualTime;

/// <summary>Keeps what was fetched for a while. Callers that ask for the same key at the same time share one fetch.</summary>
public sealed class ExpiringCache<TKey, TValue>(Func<TKey, Task<TValue>> fetch, TimeSpan lifetime, TimeProvider time)
    where TKey : notnull
{
    private readonly Dictionary<TKey, (Task<TValue> Value, DateTimeOffset Expires)> _entries = [];

    public Task<TValue> Get(TKey key)
    {
        DateTimeOffset now = time.GetUtcNow();
        if (_entries.TryGetValue(key, out (Task<TValue> Value, DateTimeOffset Expires) entry) && now < entry.Expires)
        {
            return entry.Value;
        }

        Task<TValue> value = fetch(key);
        _entries[key] = (value, now + lifetime);
        return value;
    }
}
