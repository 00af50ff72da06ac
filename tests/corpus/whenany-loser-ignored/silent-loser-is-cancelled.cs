// expect: none
// makespan: 1

using var stop = new CancellationTokenSource();
Task<string> north = SearchAsync("north", 1, stop.Token);
Task<string> south = SearchAsync("south", 9, stop.Token);
Task<string> found = await Task.WhenAny(north, south);
stop.Cancel();
Console.WriteLine(await found);

static async Task<string> SearchAsync(string where, int seconds, CancellationToken stop)
{
    await Task.Delay(seconds * 1000, stop);
    return $"found in the {where}";
}
