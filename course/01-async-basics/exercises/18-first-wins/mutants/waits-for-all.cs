using var cancellation = new CancellationTokenSource();
List<string> answers = [];

await Task.WhenAll(
    Note(Ask("Ada", 3, cancellation.Token)),
    Note(Ask("Ben", 2, cancellation.Token)),
    Note(Ask("Cleo", 1, cancellation.Token)));

cancellation.Cancel();
Console.WriteLine($"{answers[0]} has time.");

async Task Note(Task<string> answer) => answers.Add(await answer);

static async Task<string> Ask(
    string cook, double seconds, CancellationToken cancellationToken)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    return cook;
}
