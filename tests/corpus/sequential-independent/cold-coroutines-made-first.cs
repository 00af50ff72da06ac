// expect: sequential-independent 13 1.0
// makespan: 3
// needed: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Coroutine<string> north = Survey("north", 2);
    Coroutine<string> south = Survey("south", 1);
    string first = await north;
    string second = await south;
    Console.WriteLine($"{first}, {second}");
}

async Coroutine<string> Survey(string side, double seconds)
{
    await Sleep(seconds);
    return $"{side} surveyed";
}
