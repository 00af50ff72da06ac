// expect: none
// makespan: 0.3
// stdout: 3 pages, stopped

int pages = 0;
using var stop = new CancellationTokenSource(250);
try
{
    await ImportAsync(stop.Token);
}
catch (OperationCanceledException)
{
    Console.WriteLine($"{pages} pages, stopped");
}

async Task ImportAsync(CancellationToken token)
{
    for (int page = 1; ; page++)
    {
        token.ThrowIfCancellationRequested();
        await LoadAsync(page);
        pages = page;
    }
}

static async Task LoadAsync(int page)
{
    await Task.Delay(page > 0 ? 100 : 0);
}
