// expect: siblings-left-running 12
// makespan: 4

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    try
    {
        await Gather(Climb("Ada", 3), Slip("Ben", 1), Climb("Cy", 2));
    }
    catch (InvalidOperationException e)
    {
        Console.WriteLine(e.Message);
    }

    await Sleep(3);
    Console.WriteLine("home");
}

async Coroutine Climb(string name, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{name} is up");
}

async Coroutine Slip(string name, double seconds)
{
    await Sleep(seconds);
    throw new InvalidOperationException($"{name} slipped");
}
