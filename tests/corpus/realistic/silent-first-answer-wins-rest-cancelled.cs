// expect: none

string[] mirrors = ["eu", "us", "asia"];
using var cancel = new CancellationTokenSource();
List<Task<string>> asked = [.. mirrors.Select(mirror => AskAsync(mirror, cancel.Token))];
Task<string> first = await Task.WhenAny(asked);
cancel.Cancel();
Console.WriteLine(await first);
foreach (Task<string> other in asked.Where(task => task != first))
{
    try
    {
        await other;
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("one less");
    }
}

static async Task<string> AskAsync(string mirror, CancellationToken token)
{
    await Task.Delay(mirror.Length * 400, token);
    return $"{mirror} answers";
}
