string weather = await Ask("weather", 2);
string news = await Ask("news", 1);
Console.WriteLine($"{weather}, {news}");

async Task<string> Ask(string topic, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"{topic}: good";
}
