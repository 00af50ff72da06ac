// expect: none
// makespan: 1
// stdout: 10

var gate = new object();
int count = 0;
await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Add()));
Console.WriteLine(count);

async Task Add()
{
    await Task.Delay(1000);
    lock (gate)
    {
        count++;
    }
}
