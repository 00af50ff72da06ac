// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    using var pot = new Pot();
    LoopTask<string> cooking = CreateTask(pot.Cook("rice"));
    await Sleep(1);
    Console.WriteLine(await cooking);
}

sealed class Pot : IDisposable
{
    public async Coroutine<string> Cook(string what)
    {
        await Sleep(2);
        return $"{what} cooked";
    }

    public void Dispose() => Console.WriteLine("pot washed");
}
