// expect: blocking-call 10 0
// makespan: 2
// needed: 2

Console.WriteLine(await Compute(20));

async Task<int> Compute(int n)
{
    await Task.Delay(1000);
    Thread.Sleep(1000);
    return n * n;
}
