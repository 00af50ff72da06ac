// expect: sync-over-async 9
// outcome: deadlock

Console.WriteLine(await ShowAsync());

async Task<string> ShowAsync()
{
    await Task.Delay(100);
    return LoadAsync("profile").Result;
}

async Task<string> LoadAsync(string what)
{
    await Task.Delay(1000);
    return $"{what} loaded";
}
