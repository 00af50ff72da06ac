// expect: none
// makespan: 2
// stdout: both

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Task native = Task.Delay(2000);
    LoopTask<string> own = CreateTask(Own());
    await native;
    Console.WriteLine(await own);
}

async Coroutine<string> Own()
{
    await Sleep(1);
    return "both";
}
