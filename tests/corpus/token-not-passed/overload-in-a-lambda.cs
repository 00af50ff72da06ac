// expect: token-not-passed 11
// makespan: 2

using var limit = new CancellationTokenSource();
Console.WriteLine(await RunAsync(limit.Token));

static async Task<int> RunAsync(CancellationToken token)
{
    Func<int, Task<int>> step = async n =>
    {
        await Work.StepAsync(n);
        return n + 1;
    };
    token.ThrowIfCancellationRequested();
    return await step(1);
}

static class Work
{
    public static Task StepAsync(int n) => StepAsync(n, CancellationToken.None);

    public static async Task StepAsync(int n, CancellationToken token) => await Task.Delay(n * 2000, token);
}
