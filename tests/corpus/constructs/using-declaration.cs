// expect: none
// makespan: 1
// stdout: open
// stdout: read
// stdout: close

await Read();

async Task Read()
{
    using var file = new Resource();
    await Task.Delay(1000);
    Console.WriteLine("read");
}

sealed class Resource : IDisposable
{
    public Resource() => Console.WriteLine("open");

    public void Dispose() => Console.WriteLine("close");
}
