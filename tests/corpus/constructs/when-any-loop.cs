// expect: none
// makespan: 3
// stdout: B
// stdout: A
// stdout: C

List<Task<string>> tasks = [After("A", 2), After("B", 1), After("C", 3)];
while (tasks.Count > 0)
{
    Task<string> done = await Task.WhenAny(tasks);
    tasks.Remove(done);
    Console.WriteLine(await done);
}

async Task<string> After(string name, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return name;
}
