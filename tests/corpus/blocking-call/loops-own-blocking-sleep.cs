// expect: blocking-call 19 2.0
// makespan: 4
// needed: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask a = CreateTask(Scan("passport"));
    LoopTask b = CreateTask(Scan("ticket"));
    await a;
    await b;
}

async Coroutine Scan(string paper)
{
    BlockingSleep(2);
    Console.WriteLine($"{paper} scanned");
}
