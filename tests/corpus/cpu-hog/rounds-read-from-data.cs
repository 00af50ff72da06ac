// expect: cpu-hog 11

string[] settings = ["rounds=3000", "size=500"];
Task ticks = Task.WhenAll(Task.Delay(100), Task.Delay(200));
Console.WriteLine(await RenderAsync(Read(settings[0]), Read(settings[1])));
await ticks;

async Task<long> RenderAsync(int rounds, int size)
{
    await Task.Delay(10);
    for (int round = 0; round < rounds; round++)
    {
        _shade.Value += Blur(size);
    }

    return _shade.Value;
}

static int Blur(int size)
{
    int sum = 0;
    for (int i = 0; i < size; i++)
    {
        sum ^= i;
    }

    return sum;
}

static int Read(string setting) => int.Parse(setting.Split('=')[1]);

partial class Program
{
    private static readonly System.Runtime.CompilerServices.StrongBox<long> _shade = new();
}
