// expect: none
// makespan: 0.2
// stdout: 1
// stdout: nothing

Task<int>? there = FindAsync("there");
await (there ?? Task.CompletedTask);
Console.WriteLine(there?.Result.ToString() ?? "nothing");

Task<int>? missing = FindAsync("missing");
if (missing is not null)
{
    await missing;
}

Console.WriteLine(missing?.Result.ToString() ?? "nothing");
await Task.Delay(100);

static Task<int>? FindAsync(string name) => name == "there" ? GetAsync() : null;

static async Task<int> GetAsync()
{
    await Task.Delay(100);
    return 1;
}
