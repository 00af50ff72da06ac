Task<int> first = Price("apples", 2);
Task<int> second = Price("pears", 3);
int apples = await first;
int pears = await second;
Console.WriteLine(apples + pears);

async Task<int> Price(string what, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return what.Length;
}
