(string Name, double Seconds)[] recipe =
    [("chop", 1), ("boil", 3), ("serve", 0.5)];
string food = "leeks";

foreach ((string name, double seconds) in recipe)
{
    food = await Step(name, TimeSpan.FromSeconds(seconds), food);
}

Console.WriteLine($"Soup: {food}");

static async Task<string> Step(string name, TimeSpan duration, string food)
{
    Console.WriteLine($"{name}: begins");
    await Task.Delay(duration);
    Console.WriteLine($"{name}: done");
    return $"{food} + {name}";
}
