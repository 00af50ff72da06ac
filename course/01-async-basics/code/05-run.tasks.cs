static class Program
{
    #region main
    static async Task Main()
    {
        Task tidying = Tidy("kitchen");
        string result = await DoTask("A", 1);
        Console.WriteLine($"Got: {result}");
    }

    static async Task Tidy(string room)
    {
        Console.WriteLine($"  Tidying the {room}...");
        try
        {
            await Task.Delay(TimeSpan.FromSeconds(5));
            Console.WriteLine($"  The {room} is tidy.");
        }
        finally
        {
            Console.WriteLine($"  Leaving the {room}.");
        }
    }
    #endregion

    static async Task<string> DoTask(string name, double seconds)
    {
        Console.WriteLine($"  Task {name} starting...");
        await Task.Delay(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"  Task {name} done after {Seconds(seconds)}");
        return $"{name} result";
    }

    static string Seconds(double seconds) =>
        seconds == 1 ? "1 second" : $"{seconds} seconds";
}
