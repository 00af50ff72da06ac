(string Name, double Seconds)[] recipe = [("chop", 1), ("boil", 3), ("serve", 0.5)];

foreach ((string name, double seconds) in recipe)
{
    await Step(name, TimeSpan.FromSeconds(seconds));
}

Console.WriteLine("Soup!");

static async Task Step(string name, TimeSpan duration)
{
    Console.WriteLine($"{name}: begins");
    await Task.Delay(duration);
    Console.WriteLine($"{name}: done");
}
