// expect: none
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    try
    {
        await TaskGroup.Run(async group =>
        {
            group.CreateTask(Dig(5));
            group.CreateTask(Strike(1));
        });
    }
    catch (Exception e)
    {
        Console.WriteLine(e.GetType().Name);
    }
}

async Coroutine Dig(double seconds)
{
    await Sleep(seconds);
    Console.WriteLine("dug");
}

async Coroutine Strike(double seconds)
{
    await Sleep(seconds);
    throw new InvalidOperationException("a pipe");
}
