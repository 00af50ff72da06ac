using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(1));
await Download(cancellation.Token);
Console.WriteLine("end");

async Task Download(CancellationToken cancel)
{
    for (int part = 0; part < 3 && !cancel.IsCancellationRequested; part++)
    {
        await Task.Delay(2000);
    }
}
