Task<string> soup = Cook("soup", 1);
Task<string> steak = Cook("steak", 2);
Console.WriteLine("ordered");

Console.WriteLine(await steak);
Console.WriteLine(await soup);

static async Task<string> Cook(string dish, double seconds)
{
    Console.WriteLine($"{dish}: on the stove");
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"{dish}: ready";
}
