Console.WriteLine("The last guest has left.");
Wash("plates", 2);
Wash("pans", 3);
await Task.Delay(3000);
Console.WriteLine("Kitchen closed.");

static async void Wash(string what, double seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    Console.WriteLine($"{what}: clean");
}
