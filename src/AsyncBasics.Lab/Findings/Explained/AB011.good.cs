using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> a = CreateTask(Work("A", 1, fails: true));
    LoopTask<string> b = CreateTask(Work("B", 3, fails: false));
    try
    {
        await Gather(a, b);
    }
    catch (InvalidOperationException e)
    {
        Console.WriteLine(e.Message);
        b.Cancel();
    }

    await Sleep(1);
    Console.WriteLine("moving on");
}

async Coroutine<string> Work(string name, double seconds, bool fails)
{
    await Sleep(seconds);
    return fails ? throw new InvalidOperationException($"{name} failed") : name;
}
