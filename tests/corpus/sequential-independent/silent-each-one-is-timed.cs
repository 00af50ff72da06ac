// expect: none
// makespan: 3

using System.Diagnostics;

var watch = Stopwatch.StartNew();
await SortAsync("bubble", 2);
Console.WriteLine($"bubble: {watch.Elapsed.TotalSeconds:0} s");
watch.Restart();
await SortAsync("quick", 1);
Console.WriteLine($"quick: {watch.Elapsed.TotalSeconds:0} s");

static async Task SortAsync(string name, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{name} sorted");
}
