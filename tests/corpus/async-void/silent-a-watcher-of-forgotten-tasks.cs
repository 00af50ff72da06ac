// expect: none
// makespan: 2

SendAsync("greetings").Watch();
await Task.Delay(2000);
Console.WriteLine("over");

static async Task SendAsync(string text)
{
    await Task.Delay(1000);
    throw new TimeoutException($"{text} did not arrive");
}

static class Watching
{
    public static async void Watch(this Task task)
    {
        try
        {
            await task;
        }
        catch (Exception e)
        {
            Console.WriteLine($"seen: {e.Message}");
        }
    }
}
