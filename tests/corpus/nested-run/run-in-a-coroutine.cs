// expect: nested-run 12
// outcome: failed

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Console.WriteLine("Outside");
    await Sleep(0.5);
    Run(Inner());
}

async Coroutine Inner()
{
    await Sleep(1);
    Console.WriteLine("Inside");
}
