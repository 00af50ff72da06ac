// expect: none
// makespan: 2

Task all = Task.WhenAll(SendAsync("Ada", 1), SendAsync("Ben", 2));
try
{
    await all;
}
catch (TimeoutException)
{
    foreach (Exception error in all.Exception!.InnerExceptions)
    {
        Console.WriteLine(error.Message);
    }
}

static async Task SendAsync(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    throw new TimeoutException($"{name} does not answer");
}
