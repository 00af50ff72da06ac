// expect: none
// makespan: 1
// stdout: outer <- inner

try
{
    await Outer();
}
catch (InvalidOperationException e)
{
    Console.WriteLine($"{e.Message} <- {e.InnerException!.Message}");
}

static async Task Outer()
{
    try
    {
        await Inner();
    }
    catch (IOException e)
    {
        throw new InvalidOperationException("outer", e);
    }
}

static async Task Inner()
{
    await Task.Delay(1000);
    throw new IOException("inner");
}
