using var cancellation = new CancellationTokenSource();
Task<string> near = Fetch("near", 1, cancellation.Token);
Task<string> far = Fetch("far", 3, cancellation.Token);
Task<string> winner = await Task.WhenAny(near, far);
Console.WriteLine(await winner);
cancellation.Cancel();
await Task.Delay(500);

async Task<string> Fetch(string server, int seconds, CancellationToken cancel)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds), cancel);
    return $"answer from {server}";
}
