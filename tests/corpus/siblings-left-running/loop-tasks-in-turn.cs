// expect: siblings-left-running 14
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask mix = CreateTask(Mix(1));
    LoopTask heat = CreateTask(Heat(2.5));
    try
    {
        await mix;
        await heat;
    }
    catch (IOException)
    {
        Console.WriteLine("the mixer broke");
    }

    await Sleep(2);
}

async Coroutine Mix(double seconds)
{
    await Sleep(seconds);
    throw new IOException();
}

async Coroutine Heat(double seconds)
{
    await Sleep(seconds);
    Console.WriteLine("the oven is hot");
}
