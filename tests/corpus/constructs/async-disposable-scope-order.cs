// expect: none
// makespan: 4
// stdout: work
// stdout: close b
// stdout: close a

{
    await using var a = new Scope("a");
    await using var b = new Scope("b");
    await Task.Delay(2000);
    Console.WriteLine("work");
}

sealed class Scope(string name) : IAsyncDisposable
{
    public async ValueTask DisposeAsync()
    {
        await Task.Delay(1000);
        Console.WriteLine($"close {name}");
    }
}
