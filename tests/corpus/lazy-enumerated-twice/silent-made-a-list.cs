// expect: none
// makespan: 3

List<Task<int>> tasks = [.. new[] { 1, 2, 3 }.Select(CountAsync)];
await Task.WhenAll(tasks);
foreach (Task<int> task in tasks)
{
    Console.WriteLine(await task);
}

static async Task<int> CountAsync(int n)
{
    await Task.Delay(n * 1000);
    return n;
}
