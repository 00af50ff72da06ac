Task<string>[] tasks = [DoTask("A", 2), DoTask("B", 1), DoTask("C", 3)];
try
{
    await Task.WhenAll(tasks);
}
catch (InvalidOperationException)
{
    // Each task knows how it ended; we look at all of them below.
}

foreach (Task<string> task in tasks)
{
    Console.WriteLine(task.IsCompletedSuccessfully
        ? await task
        : $"an error: {task.Exception?.InnerException?.Message}");
}

static async Task<string> DoTask(string name, double seconds)
{
    Console.WriteLine($"  Task {name} starting...");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    if (name == "B")
    {
        throw new InvalidOperationException($"Task {name} failed");
    }

    Console.WriteLine($"  Task {name} done after {seconds} s");
    return $"{name} result";
}
