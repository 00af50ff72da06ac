// expect: none
// makespan: 3
// stdout: failed
// stdout: logged
// stdout: closed

try
{
    await Task.Delay(1000);
    throw new FormatException("failed");
}
catch (FormatException e)
{
    Console.WriteLine(e.Message);
    await Task.Delay(1000);
    Console.WriteLine("logged");
}
finally
{
    await Task.Delay(1000);
    Console.WriteLine("closed");
}
