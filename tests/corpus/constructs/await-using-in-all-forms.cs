// expect: none
// makespan: 0.6
// stdout: work
// stdout: c closed
// stdout: b closed
// stdout: a closed
// stdout: null is fine
// stdout: d closed
// stdout: e closed

await RunAsync();
await using (Resource? nothing = null)
    Console.WriteLine("null is fine");
var kept = new Resource("d");
await using (kept) { }
await using (new Resource("e").ConfigureAwait(false))
{
}

static async Task RunAsync()
{
    await using var a = new Resource("a");
    await using Resource b = new("b"), c = new("c");
    await Task.Delay(100);
    Console.WriteLine("work");
}

class Resource(string name) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Task.Delay(100);
        Console.WriteLine($"{name} closed");
    }
}
