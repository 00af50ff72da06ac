Console.WriteLine("The last guest has left.");
Task plates = Wash("plates", 2);
Task pans = Wash("pans", 3);
await Task.Delay(3000);
Console.WriteLine("Kitchen closed.");

static async Task Wash(string what, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{what}: clean");
}
