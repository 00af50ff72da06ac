// expect: none
// makespan: 0.1
// stdout: 1
// stdout: True
// stdout: 1

using System.Diagnostics;

SemaphoreSlim gate = await Task.Run(() => MakeAsync(1).Result);
Console.WriteLine(gate.CurrentCount);
List<Task<Stopwatch>> clocks = [ClockAsync(), ClockAsync()];
Stopwatch[] all = await Task.WhenAll(clocks);
Dictionary<string, Task<(Timer? Timer, Lock Lock)>> map = [];
map["a"] = Task.FromResult<(Timer?, Lock)>((null, new Lock()));
(Timer? timer, Lock _) = await map["a"].WaitAsync(TimeSpan.FromSeconds(1));
Console.WriteLine(timer is null && all.All(one => one.IsRunning));
Task<List<SemaphoreSlim[]?>> many = Task.Run(() => new List<SemaphoreSlim[]?> { new[] { gate } });
List<SemaphoreSlim[]?> list = await many.ContinueWith<List<SemaphoreSlim[]?>>(done => done.Result);
await Task.Run(() => Parallel.For(0, 1, (int one, ParallelLoopState state) => state.Stop()));
Console.WriteLine(list.Count);

static async Task<SemaphoreSlim> MakeAsync(int count)
{
    await Task.Yield();
    return new SemaphoreSlim(count);
}

static async Task<Stopwatch> ClockAsync()
{
    await Task.Delay(100);
    return Stopwatch.StartNew();
}
