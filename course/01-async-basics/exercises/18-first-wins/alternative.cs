static class Evening
{
    static async Task Main()
    {
        string first = await First(("Ada", 3), ("Ben", 2), ("Cleo", 1));
        Console.WriteLine(first + " has time.");
    }

    private static async Task<string> First(
        params (string Cook, double Seconds)[] cooks)
    {
        using var cancellation = new CancellationTokenSource();
        List<Task<string>> asked = [];
        foreach ((string cook, double seconds) in cooks)
        {
            asked.Add(Ask(cook, seconds, cancellation.Token));
        }

        string first = await await Task.WhenAny(asked);
        await cancellation.CancelAsync();
        try
        {
            await Task.WhenAll(asked);
        }
        catch (OperationCanceledException)
        {
        }

        return first;
    }

    private static async Task<string> Ask(
        string cook, double seconds, CancellationToken cancellationToken)
    {
        await Task.Delay((int)(1000 * seconds), cancellationToken);
        return cook;
    }
}
