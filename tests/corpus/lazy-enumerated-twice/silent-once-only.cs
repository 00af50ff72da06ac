// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    IEnumerable<Coroutine<int>> rolls = Enumerable.Range(1, 2).Select(Roll);
    int[] values = await Gather(rolls);
    Console.WriteLine(values.Sum());
    Console.WriteLine(values.Length);
}

async Coroutine<int> Roll(int dice)
{
    await Sleep(dice);
    return dice * 3;
}
