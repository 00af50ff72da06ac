// expect: blocking-call 15 0.0
// makespan: 6.0
// needed: 6.0
// stdout: water ready
// stdout: onions ready
// stdout: carrots ready
// Each call is awaited in place: a polite pause would keep its caller waiting just as long.
Console.WriteLine(await Cook("water", 2));
Console.WriteLine(await Cook("onions", 1));
Console.WriteLine(await Cook("carrots", 3));

static async Task<string> Cook(string what, double seconds)
{
    var pause = TimeSpan.FromSeconds(seconds);
    Thread.Sleep(pause);
    await Task.Yield();
    return $"{what} ready";
}
