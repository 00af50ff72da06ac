static class ClosingTime
{
    static readonly (string, int)[] Loads = [("plates", 2), ("pans", 3)];

    static async Task Main()
    {
        Console.WriteLine("The last guest has left.");

        var machine = new Queue<Task>();
        foreach ((string what, int seconds) in Loads)
        {
            machine.Enqueue(Wash(what, seconds));
        }

        while (machine.TryDequeue(out Task? washing))
        {
            await washing;
        }

        Console.WriteLine("Kitchen closed.");
    }

    static async Task Wash(string what, int seconds)
    {
        await Task.Delay(1000 * seconds);
        Console.WriteLine($"{what}: clean");
    }
}
