using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
try
{
    await Download(cancellation.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled");
}

Console.WriteLine("end");

async Task Download(CancellationToken cancel)
{
    for (int part = 0; part < 3 && !cancel.IsCancellationRequested; part++)
    {
        await Task.Delay(2000, cancel);
    }
}
