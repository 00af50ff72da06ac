// expect: none
// makespan: 2
// stdout: stopped after 2 s

using var cancellation = new CancellationTokenSource();
cancellation.CancelAfter(TimeSpan.FromSeconds(2));
try
{
    await Work(cancellation.Token);
}
catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
{
    Console.WriteLine("stopped after 2 s");
}

async Task Work(CancellationToken cancel)
{
    while (true)
    {
        await Task.Delay(5000, cancel);
    }
}
