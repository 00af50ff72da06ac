using System.Diagnostics;

var watch = Stopwatch.StartNew();
using var gate = new SemaphoreSlim(2);
await Task.WhenAll(Enumerable.Range(1, 5).Select(Work));
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0.0} s");

async Task Work(int number)
{
    await gate.WaitAsync();
    try
    {
        await Task.Delay(1000);
        Console.WriteLine($"{number} at {watch.Elapsed.TotalSeconds:0.0} s");
    }
    finally
    {
        gate.Release();
    }
}
