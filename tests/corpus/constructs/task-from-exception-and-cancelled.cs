// expect: none
// makespan: 0
// stdout: boom
// stdout: cancelled

try
{
    await Task.FromException(new InvalidOperationException("boom"));
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.Message);
}

try
{
    await Task.FromCanceled(new CancellationToken(canceled: true));
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled");
}
