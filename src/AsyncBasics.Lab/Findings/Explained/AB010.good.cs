Task all = Task.WhenAll(Fail("disk", 1), Fail("network", 1));
try
{
    await all;
}
catch (InvalidOperationException)
{
    foreach (Exception e in all.Exception!.InnerExceptions)
    {
        Console.WriteLine(e.Message);
    }
}

async Task Fail(string what, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    throw new InvalidOperationException($"no {what}");
}
