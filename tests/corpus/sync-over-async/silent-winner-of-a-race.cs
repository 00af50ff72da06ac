// expect: none
// makespan: 2

Task<string> hare = RunAsync("hare", 1);
Task<string> tortoise = RunAsync("tortoise", 2);
Task<string> winner = await Task.WhenAny(hare, tortoise);
Console.WriteLine($"{winner.Result} wins");
string[] both = await Task.WhenAll(hare, tortoise);
Console.WriteLine($"{both.Length} arrived");

static async Task<string> RunAsync(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    return name;
}
