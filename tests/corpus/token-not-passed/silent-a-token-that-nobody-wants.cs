// expect: none
// makespan: 0.2

Console.WriteLine(await RetryAsync(async _ =>
{
    await Task.Delay(100);
    return "done";
}));

static async Task<string> RetryAsync(Func<CancellationToken, Task<string>> action, CancellationToken token = default)
{
    await Task.Delay(100, token);
    return await action(token);
}
