// expect: none
// makespan: 3
// stdout: most 2

using var gate = new SemaphoreSlim(2);
int running = 0;
int most = 0;
await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Work()));
Console.WriteLine($"most {most}");

async Task Work()
{
    await gate.WaitAsync();
    try
    {
        most = Math.Max(most, ++running);
        await Task.Delay(1000);
        running--;
    }
    finally
    {
        gate.Release();
    }
}
