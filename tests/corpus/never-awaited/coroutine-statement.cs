// expect: never-awaited 10
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Water("fern");
    await Water("cactus");
}

async Coroutine Water(string plant)
{
    await Sleep(1);
    Console.WriteLine($"{plant} has water");
}
