// expect: none
// makespan: 4

var gate = new SemaphoreSlim(1);
await Task.WhenAll(Use("Ada"), Use("Ben"));

async Task Use(string name)
{
    await gate.WaitAsync();
    try
    {
        Console.WriteLine($"{name} is in");
        await Task.Delay(2000);
    }
    finally
    {
        gate.Release();
    }
}
