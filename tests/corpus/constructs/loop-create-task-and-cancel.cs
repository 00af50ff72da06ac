// expect: none
// makespan: 1
// stdout: cancelled

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> slow = CreateTask(Slow());
    await Sleep(1);
    slow.Cancel();
    try
    {
        await slow;
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("cancelled");
    }
}

async Coroutine<string> Slow()
{
    await Sleep(10);
    return "slow";
}
