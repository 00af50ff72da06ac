// expect: sequential-independent 12 1.0
// makespan: 3
// needed: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    double start = Time();
    string first = await Deliver("milk", 1);
    Console.WriteLine($"{first} after {Time() - start} s");
    string second = await Deliver("bread", 2);
    Console.WriteLine($"{second} after {Time() - start} s");
}

async Coroutine<string> Deliver(string what, double seconds)
{
    await Sleep(seconds);
    return what;
}
