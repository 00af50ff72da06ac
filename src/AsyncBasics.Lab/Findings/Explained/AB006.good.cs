string[] cities = ["Bern", "Oslo", "Rome"];
int[] temperatures = await Task.WhenAll(cities.Select(Temperature));
Console.WriteLine(temperatures.Sum());

async Task<int> Temperature(string city)
{
    await Task.Delay(1000);
    return city.Length;
}
