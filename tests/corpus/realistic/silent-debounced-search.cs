// expect: none

var box = new SearchBox();
foreach (string text in new[] { "a", "as", "asy", "async" })
{
    box.Type(text);
    await Task.Delay(100);
}

await box.Idle;
Console.WriteLine(string.Join(", ", box.Results));

class SearchBox
{
    private CancellationTokenSource _last = new();

    public Task Idle { get; private set; } = Task.CompletedTask;

    public List<string> Results { get; } = [];

    public void Type(string text)
    {
        _last.Cancel();
        _last = new CancellationTokenSource();
        Idle = SearchAsync(text, _last.Token);
    }

    private async Task SearchAsync(string text, CancellationToken token)
    {
        try
        {
            await Task.Delay(300, token);
            await Task.Delay(50, token);
            Results.Add($"hits for {text}");
        }
        catch (OperationCanceledException)
        {
        }
    }
}
