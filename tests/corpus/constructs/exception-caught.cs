// expect: none
// makespan: 1
// stdout: caught: broken
// stdout: finally

try
{
    await Fail();
}
catch (InvalidOperationException e)
{
    Console.WriteLine($"caught: {e.Message}");
}
finally
{
    Console.WriteLine("finally");
}

async Task Fail()
{
    await Task.Delay(1000);
    throw new InvalidOperationException("broken");
}
