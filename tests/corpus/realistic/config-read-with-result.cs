// expect: sync-over-async 20
// outcome: deadlock

var settings = new Settings();
Task refresh = RefreshScreenAsync();
Console.WriteLine($"theme {settings.Theme}");
await refresh;

async Task RefreshScreenAsync()
{
    for (int i = 0; i < 3; i++)
    {
        await Task.Delay(100);
        Console.WriteLine("frame");
    }
}

class Settings
{
    public string Theme => LoadAsync("theme").Result;

    private static async Task<string> LoadAsync(string key)
    {
        await Task.Delay(400);
        return $"{key}=dark";
    }
}
