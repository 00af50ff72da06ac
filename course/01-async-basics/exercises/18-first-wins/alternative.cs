static class Evening
{
    static async Task Main() => Console.WriteLine(await First(("Ada", 3), ("Ben", 2), ("Cleo", 1)) + " has time.");

    private static async Task<string> First(params (string Cook, double Seconds)[] cooks)
    {
        using var cancellation = new CancellationTokenSource();
        List<Task<string>> asked = [.. cooks.Select(cook => Ask(cook.Cook, cook.Seconds, cancellation.Token))];

        string first = await await Task.WhenAny(asked);
        await cancellation.CancelAsync();
        try
        {
            await Task.WhenAll(asked);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
        }

        return first;
    }

    private static async Task<string> Ask(string cook, double seconds, CancellationToken cancellationToken)
    {
        await Task.Delay((int)(1000 * seconds), cancellationToken);
        return cook;
    }
}
