// expect: none
// makespan: 3

using var stop = new CancellationTokenSource();
await CommitAsync(stop.Token);

static async Task CommitAsync(CancellationToken token)
{
    await Task.Delay(1000, token);
    await Task.Delay(2000, CancellationToken.None);
    Console.WriteLine("committed");
}
