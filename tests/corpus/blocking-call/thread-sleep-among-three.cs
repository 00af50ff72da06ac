// expect: blocking-call 10 3.0
// makespan: 6
// needed: 3

await Task.WhenAll(Bake("bread", 2), Bake("rolls", 1), Bake("cake", 3));

static async Task Bake(string what, double seconds)
{
    Console.WriteLine($"{what} goes in");
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    await Task.Yield();
    Console.WriteLine($"{what} is done");
}
