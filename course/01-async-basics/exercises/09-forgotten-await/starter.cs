// The kitchen closes, and the dishwasher has only just been started.

Console.WriteLine("The last guest has left.");
Wash("plates", 2);
Wash("pans", 3);
Console.WriteLine("Kitchen closed.");

static async Task Wash(string what, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{what}: clean");
}
