// expect: sequential-independent 4 0.2

using var shutdown = new CancellationTokenSource();
Console.WriteLine(await QueryAsync("fast", 200, shutdown.Token));
Console.WriteLine(await QueryAsync("slow", 5000, shutdown.Token));

static async Task<string> QueryAsync(string name, int milliseconds, CancellationToken token)
{
    using CancellationTokenSource limit = CancellationTokenSource.CreateLinkedTokenSource(token);
    limit.CancelAfter(TimeSpan.FromSeconds(1));
    try
    {
        await Task.Delay(milliseconds, limit.Token);
        return $"{name}: done";
    }
    catch (OperationCanceledException) when (!token.IsCancellationRequested)
    {
        return $"{name}: timed out";
    }
}
