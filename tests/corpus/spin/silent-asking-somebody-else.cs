// expect: none
// makespan: 2.5

var oven = new Oven();
while (await oven.TemperatureAsync() < 180)
{
    await Task.Delay(500);
}

Console.WriteLine("hot");

class Oven
{
    private int _degrees = 20;

    public async Task<int> TemperatureAsync()
    {
        await Task.Delay(250);
        return _degrees += 40;
    }
}
