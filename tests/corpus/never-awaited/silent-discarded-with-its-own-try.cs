// expect: none
// makespan: 2

_ = ReportQuietly("started");
await Task.Delay(2000);

static async Task ReportQuietly(string text)
{
    try
    {
        await Task.Delay(1000);
        Console.WriteLine($"Reported: {text}");
    }
    catch (Exception e)
    {
        Console.WriteLine($"Could not report: {e.Message}");
    }
}
