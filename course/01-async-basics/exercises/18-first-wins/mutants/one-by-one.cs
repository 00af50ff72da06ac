using System.Diagnostics;

(string Cook, TimeSpan Time) fastest = ("", TimeSpan.MaxValue);

foreach ((string cook, double seconds) in new[] { ("Ada", 3.0), ("Ben", 2.0), ("Cleo", 1.0) })
{
    var watch = Stopwatch.StartNew();
    string name = await Ask(cook, seconds, CancellationToken.None);
    if (watch.Elapsed < fastest.Time)
    {
        fastest = (name, watch.Elapsed);
    }
}

Console.WriteLine($"{fastest.Cook} has time.");

static async Task<string> Ask(
    string cook, double seconds, CancellationToken cancellationToken)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
    return cook;
}
