// expect: none
// makespan: 0.8
// stdout: 1 2
// stdout: 1 2
// stdout: 1 2
// stdout: 1 2

await foreach (int n in Numbers().ConfigureAwait(false))
    Print(n);
await foreach (int n in Numbers().WithCancellation(CancellationToken.None).ConfigureAwait(true))
    Print(n);
await foreach (int n in Numbers().ConfigureAwait(false).WithCancellation(default))
    Print(n);
await foreach (var (n, last) in Pairs()
    .ConfigureAwait(
        continueOnCapturedContext: false))
    Print(n);

static void Print(int n) => Console.Write(n == 1 ? "1 " : "2\n");

static async IAsyncEnumerable<int> Numbers()
{
    for (int i = 1; i <= 2; i++)
    {
        await Task.Delay(100);
        yield return i;
    }
}

static async IAsyncEnumerable<(int, bool)> Pairs()
{
    await foreach (int n in Numbers())
    {
        yield return (n, n == 2);
    }
}
