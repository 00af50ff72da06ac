// expect: whenany-loser-ignored 5
// makespan: 6

Task<string> work = SlowAsync("map");
if (await Task.WhenAny(work, Task.Delay(2000)) != work)
{
    Console.WriteLine("too slow");
}

await Task.Delay(4000);

static async Task<string> SlowAsync(string what)
{
    await Task.Delay(5000);
    Console.WriteLine($"{what} drawn after all");
    return what;
}
