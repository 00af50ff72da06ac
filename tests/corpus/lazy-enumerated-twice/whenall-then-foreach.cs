// expect: lazy-enumerated-twice 7 6.0
// makespan: 9
// needed: 3

IEnumerable<Task<int>> tasks = new[] { 1, 2, 3 }.Select(CountAsync);
await Task.WhenAll(tasks);
foreach (Task<int> task in tasks)
{
    Console.WriteLine(await task);
}

static async Task<int> CountAsync(int n)
{
    Console.WriteLine($"counting to {n}");
    await Task.Delay(n * 1000);
    return n;
}
