// expect: await-in-loop 20 0.8
// expect: token-not-passed 20

using var cancel = new CancellationTokenSource(TimeSpan.FromSeconds(1));
try
{
    await ImportAsync(["a", "b", "c"], cancel.Token);
    Console.WriteLine("imported");
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled");
}

static async Task ImportAsync(string[] files, CancellationToken token)
{
    foreach (string file in files)
    {
        token.ThrowIfCancellationRequested();
        string text = await ReadAsync(file);
        Console.WriteLine(text);
    }
}

static async Task<string> ReadAsync(string file, CancellationToken token = default)
{
    await Task.Delay(800, token);
    return $"read {file}";
}
