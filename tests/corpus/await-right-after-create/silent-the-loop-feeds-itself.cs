// expect: none
// makespan: 3
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    int value = 1;
    for (int round = 0; round < 3; round++)
    {
        LoopTask<int> doubling = CreateTask(Double(value));
        value = await doubling;
    }

    Console.WriteLine(value);
}

async Coroutine<int> Double(int value)
{
    await Sleep(1);
    return value * 2;
}
