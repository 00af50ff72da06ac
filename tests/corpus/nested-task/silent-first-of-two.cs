// expect: none
// makespan: 2

Task slow = StepAsync("slow", 2);
Task fast = StepAsync("fast", 1);
await Task.WhenAny(slow, fast);
Console.WriteLine("one is there");
await Task.WhenAll(slow, fast);

static async Task StepAsync(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    Console.WriteLine(name);
}
