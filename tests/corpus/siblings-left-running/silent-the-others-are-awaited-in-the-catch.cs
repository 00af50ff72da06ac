// expect: none
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> first = CreateTask(Fetch("first", 1, true));
    LoopTask<string> second = CreateTask(Fetch("second", 3, false));
    try
    {
        string[] both = await Gather(first, second);
        Console.WriteLine(both.Length);
    }
    catch (TimeoutException)
    {
        Console.WriteLine(await second);
    }
}

async Coroutine<string> Fetch(string name, double seconds, bool fails)
{
    await Sleep(seconds);
    return fails ? throw new TimeoutException() : name;
}
