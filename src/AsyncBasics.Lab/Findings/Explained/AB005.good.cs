Task<string> weather = Ask("weather", 2);
Task<string> news = Ask("news", 1);
Console.WriteLine($"{await weather}, {await news}");

async Task<string> Ask(string topic, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return $"{topic}: good";
}
