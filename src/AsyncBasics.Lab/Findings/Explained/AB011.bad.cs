using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    try
    {
        await Gather(Work("A", 1, fails: true), Work("B", 3, fails: false));
    }
    catch (InvalidOperationException e)
    {
        Console.WriteLine(e.Message);
    }

    await Sleep(1);
    Console.WriteLine("moving on");
}

async Coroutine<string> Work(string name, double seconds, bool fails)
{
    await Sleep(seconds);
    return fails ? throw new InvalidOperationException($"{name} failed") : name;
}
