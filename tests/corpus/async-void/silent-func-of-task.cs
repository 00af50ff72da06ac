// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Twice(async () =>
    {
        await Sleep(1);
        Console.WriteLine("knock");
    });
}

async Coroutine Twice(Func<Coroutine> action)
{
    await action();
    await action();
}
