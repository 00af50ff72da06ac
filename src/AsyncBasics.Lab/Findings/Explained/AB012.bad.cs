Task<string> near = Fetch("near", 1);
Task<string> far = Fetch("far", 3);
Task<string> winner = await Task.WhenAny(near, far);
Console.WriteLine(await winner);
await Task.Delay(500);

async Task<string> Fetch(string server, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"answer from {server}";
}
