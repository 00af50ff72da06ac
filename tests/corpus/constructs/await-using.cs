// expect: none
// makespan: 2
// stdout: work
// stdout: flushed

await using (var writer = new Writer())
{
    await Task.Delay(1000);
    Console.WriteLine("work");
}

sealed class Writer : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Task.Delay(1000);
        Console.WriteLine("flushed");
    }
}
