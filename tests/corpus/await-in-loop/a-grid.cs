// expect: await-in-loop 16 3.0
// makespan: 4
// needed: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    int total = 0;
    foreach (string region in new[] { "north", "south" })
    {
        for (int floor = 1; floor <= 2; floor++)
        {
            total += await Count(region, floor);
        }
    }

    Console.WriteLine(total);
}

async Coroutine<int> Count(string region, int floor)
{
    await Sleep(1);
    return region.Length + floor;
}
