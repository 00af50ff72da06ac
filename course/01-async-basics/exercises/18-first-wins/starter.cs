// Three cooks are asked whether they have time tonight. It takes until the
// slowest has answered, and all three come.

using var cancellation = new CancellationTokenSource();

Task<string>[] tasks =
[
    Ask("Ada", 3, cancellation.Token),
    Ask("Ben", 2, cancellation.Token),
    Ask("Cleo", 1, cancellation.Token),
];

foreach (string cook in await Task.WhenAll(tasks))
{
    Console.WriteLine($"{cook} has time.");
}

static async Task<string> Ask(
    string cook, double seconds, CancellationToken cancellationToken)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    return cook;
}
