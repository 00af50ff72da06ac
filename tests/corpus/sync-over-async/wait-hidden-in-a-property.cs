// expect: sync-over-async 17
// outcome: deadlock

class Settings
{
    private static async Task<string> ReadAsync()
    {
        await Task.Delay(500);
        return "dark";
    }

    public string Theme
    {
        get
        {
            Task<string> reading = ReadAsync();
            reading.Wait();
            return reading.Result;
        }
    }

    static async Task Main()
    {
        var settings = new Settings();
        await Task.Delay(100);
        Console.WriteLine(settings.Theme);
    }
}
