// expect: whenany-loser-ignored 6
// makespan: 4

Task<string> fast = AskAsync("fast", 1);
Task<string> slow = AskAsync("slow", 3);
Task<string> first = await Task.WhenAny(fast, slow);
Console.WriteLine(await first);
await Task.Delay(3000);

static async Task<string> AskAsync(string server, int seconds)
{
    await Task.Delay(seconds * 1000);
    return $"answer of {server}";
}
