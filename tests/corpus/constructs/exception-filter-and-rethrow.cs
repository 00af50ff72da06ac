// expect: none
// makespan: 1
// stdout: logged
// stdout: outer Oops

try
{
    await Outer();
}
catch (ApplicationException e)
{
    Console.WriteLine($"outer {e.Message}");
}

async Task Outer()
{
    try
    {
        await Task.Delay(1000);
        throw new ApplicationException("Oops");
    }
    catch (Exception e) when (Log(e))
    {
        throw;
    }
}

bool Log(Exception e)
{
    Console.WriteLine("logged");
    return e is ApplicationException;
}
