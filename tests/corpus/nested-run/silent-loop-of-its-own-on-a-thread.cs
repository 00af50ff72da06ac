// expect: none
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Sleep(1);
    Console.WriteLine(await Double(21));
}

async Coroutine<int> Double(int n)
{
    await Sleep(0);
    return n * 2;
}
