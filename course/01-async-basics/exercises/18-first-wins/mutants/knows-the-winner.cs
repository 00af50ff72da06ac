using var cancellation = new CancellationTokenSource();

string cook = await Ask("Cleo", 1, cancellation.Token);
Console.WriteLine($"{cook} has time.");

static async Task<string> Ask(
    string cook, double seconds, CancellationToken cancellationToken)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    return cook;
}
