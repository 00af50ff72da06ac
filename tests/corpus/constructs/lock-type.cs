// expect: none
// makespan: 1
// stdout: 3

var counter = new Counter();
await Task.WhenAll(counter.Add(), counter.Add(), counter.Add());
Console.WriteLine(counter.Value);

sealed class Counter
{
    private readonly Lock _lock = new();

    public int Value { get; private set; }

    public async Task Add()
    {
        await Task.Delay(1000);
        lock (_lock)
        {
            Value++;
        }
    }
}
