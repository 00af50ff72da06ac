// expect: sync-over-async 15 0
// makespan: 1.5

await PrintAsync();

static async Task PrintAsync()
{
    await Task.Delay(1000);
    using var printer = new Printer();
    Console.WriteLine("printing");
}

sealed class Printer : IDisposable
{
    public void Dispose() => CoolDownAsync().GetAwaiter().GetResult();

    private static async Task CoolDownAsync() => await Task.Delay(500).ConfigureAwait(false);
}
