// expect: none
// makespan: 2
// stdout: A failed
// stdout: B failed
// stdout: C

Task<string>[] tasks = [Work("A", 1, true), Work("B", 2, true), Work("C", 1, false)];
try
{
    await Task.WhenAll(tasks);
}
catch (InvalidOperationException)
{
    foreach (Task<string> task in tasks)
    {
        Console.WriteLine(task.IsFaulted ? task.Exception!.InnerException!.Message : task.Result);
    }
}

async Task<string> Work(string name, int seconds, bool fails)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return fails ? throw new InvalidOperationException($"{name} failed") : name;
}
