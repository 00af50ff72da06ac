static class ClosingTime
{
    static async Task Main()
    {
        Console.WriteLine("The last guest has left.");

        var machine = new Queue<Task>();
        foreach ((string what, int seconds) in new[] { ("plates", 2), ("pans", 3) })
        {
            machine.Enqueue(Wash(what, seconds));
        }

        while (machine.TryDequeue(out Task? washing))
        {
            await washing;
        }

        Console.WriteLine("Kitchen closed.");
    }

    private static async Task Wash(string what, int seconds)
    {
        await Task.Delay(1000 * seconds);
        Console.WriteLine($"{what}: clean");
    }
}
