// expect: none
// makespan: 3

List<Task<string>> tasks = [BakeAsync("bread", 3), BakeAsync("rolls", 1), BakeAsync("cake", 2)];
while (tasks.Count > 0)
{
    Task<string> done = await Task.WhenAny(tasks);
    tasks.Remove(done);
    Console.WriteLine(await done);
}

static async Task<string> BakeAsync(string what, int seconds)
{
    await Task.Delay(seconds * 1000);
    return $"{what} is out";
}
