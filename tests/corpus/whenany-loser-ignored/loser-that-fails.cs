// expect: whenany-loser-ignored 6
// makespan: 3

Task cache = LookAsync("cache", 1, fails: false);
Task disk = LookAsync("disk", 2, fails: true);
Task winner = await Task.WhenAny(cache, disk);
Console.WriteLine(winner == cache ? "from the cache" : "from the disk");
await Task.Delay(2000);

static async Task LookAsync(string where, int seconds, bool fails)
{
    await Task.Delay(seconds * 1000);
    if (fails)
    {
        throw new IOException($"{where} is broken");
    }
}
