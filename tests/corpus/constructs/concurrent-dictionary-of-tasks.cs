// expect: none
// makespan: 1
// stdout: 1 load

using System.Collections.Concurrent;

int loads = 0;
var cache = new ConcurrentDictionary<string, Task<string>>();
await Task.WhenAll(Get("a"), Get("a"), Get("a"));
Console.WriteLine($"{loads} load");

Task<string> Get(string key) => cache.GetOrAdd(key, Load);

async Task<string> Load(string key)
{
    loads++;
    await Task.Delay(1000);
    return key;
}
