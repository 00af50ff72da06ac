// expect: blocking-call 13 0.1
// makespan: 0.3
// needed: 0.2
// stdout: heartbeat
// stdout: checksum 45

var heart = Heartbeat();
Console.WriteLine($"checksum {await Checksum()}");

async Task<int> Checksum()
{
    int total = 0;
    Parallel.For(0, 10, new ParallelOptions { MaxDegreeOfParallelism = 5 }, i =>
    {
        Thread.Sleep(100);
        Interlocked.Add(ref total, i);
    });
    await heart;
    return total;
}

async Task Heartbeat()
{
    await Task.Delay(100);
    Console.WriteLine("heartbeat");
    await Task.Delay(100);
}
