// expect: none
// makespan: 3

List<Task<int>> tasks = [.. Enumerable.Range(1, 3).Select(CountAsync)];
await Task.WhenAll(tasks);
int sum = tasks.Sum(task => task.Result);
foreach (Task<int> task in tasks)
{
    Console.WriteLine(task.Result);
}

Console.WriteLine(sum);

static async Task<int> CountAsync(int n)
{
    await Task.Delay(n * 1000);
    return n;
}
