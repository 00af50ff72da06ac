try
{
    await Task.WhenAll(Fails("one", 1), Fails("two", 2));
}
catch (InvalidOperationException error)
{
    Console.WriteLine($"caught {error.Message}");
}

await Fails("three", 1);

static async Task Fails(string name, int seconds)
{
    await Task.Delay(seconds * 1000);
    throw new InvalidOperationException(name);
}
