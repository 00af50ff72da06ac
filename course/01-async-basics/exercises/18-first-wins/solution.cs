using var cancellation = new CancellationTokenSource();

Task<string>[] tasks =
[
    Ask("Ada", 3, cancellation.Token),
    Ask("Ben", 2, cancellation.Token),
    Ask("Cleo", 1, cancellation.Token),
];

Task<string> winner = await Task.WhenAny(tasks);
Console.WriteLine($"{await winner} has time.");

cancellation.Cancel();
foreach (Task<string> task in tasks)
{
    try
    {
        await task;
    }
    catch (OperationCanceledException)
    {
        // We asked for it.
    }
}

static async Task<string> Ask(
    string cook, double seconds, CancellationToken cancellationToken)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    return cook;
}
