string[] cities = ["Bern", "Oslo", "Rome"];
List<int> temperatures = [];
foreach (string city in cities)
{
    temperatures.Add(await Temperature(city));
}

Console.WriteLine(temperatures.Sum());

async Task<int> Temperature(string city)
{
    await Task.Delay(1000);
    return city.Length;
}
