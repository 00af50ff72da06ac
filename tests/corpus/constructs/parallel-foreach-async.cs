// expect: none
// makespan: 2
// stdout: 4

int count = 0;
var options = new ParallelOptions { MaxDegreeOfParallelism = 2 };
await Parallel.ForEachAsync(Enumerable.Range(0, 4), options, async (number, cancel) =>
{
    await Task.Delay(1000, cancel);
    Interlocked.Increment(ref count);
});
Console.WriteLine(count);
