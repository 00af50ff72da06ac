// expect: none
// makespan: 0.1
// stdout: 0
// stdout: 3

Task<int> task = GetAsync();
Console.WriteLine(ReadyOr(task, 0));
await Task.Delay(100);
Console.WriteLine(ReadyOr(task, 0));
await task;

static int ReadyOr(Task<int> task, int other) => task is { IsCompletedSuccessfully: true, Result: > 2 and var value } ? value : other;

static async Task<int> GetAsync()
{
    await Task.Delay(50);
    return 3;
}
