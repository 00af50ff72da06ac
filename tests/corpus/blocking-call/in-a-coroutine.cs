// expect: blocking-call 20 0
// makespan: 5
// needed: 5

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main() => await Gather(Ring("first", 3), Polish("second", 2));

async Coroutine Ring(string bell, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{bell} bell rings");
}

async Coroutine Polish(string bell, double seconds)
{
    await Sleep(2.5);
    Thread.Sleep(2500);
    Console.WriteLine($"{bell} bell shines");
}
