// expect: await-in-loop 13 1.0
// makespan: 3
// needed: 2

using static AsyncBasics.Asyncio;

Run(OneByOne(Pour("water", 1), Pour("milk", 2)));

async Coroutine OneByOne(params Coroutine<string>[] coroutines)
{
    foreach (Coroutine<string> coroutine in coroutines)
    {
        Console.WriteLine(await coroutine);
    }
}

async Coroutine<string> Pour(string drink, double seconds)
{
    await Sleep(seconds);
    return drink;
}
