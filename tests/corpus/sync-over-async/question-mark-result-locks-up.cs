// expect: sync-over-async 5
// outcome: deadlock

await Task.Yield();
Console.WriteLine(FindAsync("there")?.Result);

static Task<int>? FindAsync(string name) => name == "there" ? GetAsync() : null;

static async Task<int> GetAsync()
{
    await Task.Delay(100);
    return 1;
}
