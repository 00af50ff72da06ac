try
{
    await Task.WhenAll(Fail("disk", 1), Fail("network", 1));
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.Message);
}

async Task Fail(string what, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    throw new InvalidOperationException($"no {what}");
}
