// expect: sync-over-async 16 1.0
// makespan: 3
// needed: 2

await Task.WhenAll(TickAsync(), ShowAsync());

async Task TickAsync()
{
    await Task.Delay(1000);
    await Task.Delay(1000);
    Console.WriteLine("ticked");
}

async Task ShowAsync()
{
    Console.WriteLine(LoadAsync().GetAwaiter().GetResult());
    await Task.Yield();
}

async Task<string> LoadAsync()
{
    await Task.Delay(2000).ConfigureAwait(false);
    return "loaded";
}
