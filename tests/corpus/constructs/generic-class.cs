// expect: none
// makespan: 1
// stdout: 3

var cache = new Cache<string, int>(async key =>
{
    await Task.Delay(1000);
    return key.Length;
});
int[] lengths = await Task.WhenAll(cache.Get("abc"), cache.Get("abc"));
Console.WriteLine(lengths.Distinct().Single());

sealed class Cache<TKey, TValue>(Func<TKey, Task<TValue>> load)
    where TKey : notnull
{
    private readonly Dictionary<TKey, Task<TValue>> _loaded = [];

    public Task<TValue> Get(TKey key)
    {
        if (!_loaded.TryGetValue(key, out Task<TValue>? task))
        {
            task = load(key);
            _loaded.Add(key, task);
        }

        return task;
    }
}
