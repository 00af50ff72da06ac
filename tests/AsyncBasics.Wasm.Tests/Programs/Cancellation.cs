using var source = new CancellationTokenSource(TimeSpan.FromSeconds(1.5));
int rounds = 0;
try
{
    while (true)
    {
        await Task.Delay(400, source.Token);
        rounds++;
    }
}
catch (OperationCanceledException)
{
    Console.WriteLine($"cancelled after {rounds} rounds");
}
