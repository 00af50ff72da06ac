// expect: nested-run 14
// outcome: failed

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Sleep(1);
    Console.WriteLine(PriceNow("apples"));
}

int PriceNow(string fruit) => Run(FetchPrice(fruit));

async Coroutine<int> FetchPrice(string fruit)
{
    await Sleep(1);
    return fruit.Length;
}
