// expect: sync-over-async 10
// outcome: deadlock

await PrintAllAsync();

static async Task PrintAllAsync()
{
    await Task.Yield();
    Task[] prints = [PrintAsync("a"), PrintAsync("b")];
    Task.WaitAll(prints);
}

static async Task PrintAsync(string page)
{
    await Task.Delay(1000);
    Console.WriteLine(page);
}
