// expect: none
// makespan: 1
// stdout: 2 errors

Task all = Task.WhenAll(Fail(1), Fail(1));
try
{
    await all;
}
catch (IOException)
{
    Console.WriteLine($"{all.Exception!.Flatten().InnerExceptions.Count} errors");
}

static async Task Fail(int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    throw new IOException();
}
