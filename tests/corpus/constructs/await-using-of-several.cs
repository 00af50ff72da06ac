// expect: none
// makespan: 0.41
// stdout: inside
// stdout: closed d
// stdout: closed c
// stdout: closed e
// stdout: closed b
// stdout: closed a
// stdout: bad

try
{
    await Work();
}
catch (IOException e)
{
    Console.WriteLine(e.Message);
}

async Task Work()
{
    await using Res a = new("a", 100), b = new("b", 200);
    await using (Res c = new("c", 50), /* two */ d = new("d", 50))
    {
        Console.WriteLine("inside");
    }

    await using Res e = new("e", 10), f = new("bad", 10);
    Console.WriteLine("never");
}

sealed class Res : IAsyncDisposable
{
    private readonly string _name;
    private readonly int _pause;

    public Res(string name, int pause) => (_name, _pause) = name == "bad" ? throw new IOException("bad") : (name, pause);

    public async ValueTask DisposeAsync()
    {
        await Task.Delay(_pause);
        Console.WriteLine($"closed {_name}");
    }
}
