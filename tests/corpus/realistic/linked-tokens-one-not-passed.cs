// expect: token-not-passed 41
// makespan: 0.4
// stdout: registered callback
// stdout: import: cancelled by timeout
// stdout: cleanup ran

using var shutdown = new CancellationTokenSource();
using var timeout = new CancellationTokenSource(TimeSpan.FromMilliseconds(250));
using var linked = CancellationTokenSource.CreateLinkedTokenSource(shutdown.Token, timeout.Token);
using CancellationTokenRegistration registration = linked.Token.Register(() => Console.WriteLine("registered callback"));
try
{
    await ImportAsync(linked.Token);
}
catch (OperationCanceledException) when (timeout.IsCancellationRequested && !shutdown.IsCancellationRequested)
{
    Console.WriteLine("import: cancelled by timeout");
}
finally
{
    await CleanupAsync();
}

async Task CleanupAsync()
{
    await Task.Delay(100);
    Console.WriteLine("cleanup ran");
}

async Task ImportAsync(CancellationToken token)
{
    for (int page = 1; ; page++)
    {
        token.ThrowIfCancellationRequested();
        await LoadAsync(page, token);
    }
}

async Task LoadAsync(int page, CancellationToken token)
{
    await Task.Delay(100);
    if (page > 100)
    {
        token.ThrowIfCancellationRequested();
    }
}
