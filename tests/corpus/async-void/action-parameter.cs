// expect: async-void 10
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Twice(async () =>
    {
        await Task.Delay(1000);
        Console.WriteLine("knock");
    });
    await Sleep(2);
}

void Twice(Action action)
{
    action();
    action();
}
