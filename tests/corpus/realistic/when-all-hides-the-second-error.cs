// expect: exception-lost 5

try
{
    await Task.WhenAll(UploadAsync("a", fails: true), UploadAsync("b", fails: false), UploadAsync("c", fails: true));
}
catch (IOException exception)
{
    Console.WriteLine(exception.Message);
}

static async Task UploadAsync(string name, bool fails)
{
    await Task.Delay(name[0]);
    if (fails)
    {
        throw new IOException($"{name} was refused");
    }

    Console.WriteLine($"{name} uploaded");
}
