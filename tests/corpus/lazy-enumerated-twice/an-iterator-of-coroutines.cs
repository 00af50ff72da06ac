// expect: lazy-enumerated-twice 13 2.0
// makespan: 4
// needed: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    IEnumerable<Coroutine<string>> orders = Orders();
    string[] first = await Gather(orders);
    string[] second = await Gather(orders);
    Console.WriteLine(first.Length + second.Length);
}

IEnumerable<Coroutine<string>> Orders()
{
    foreach (string dish in new[] { "soup", "fish" })
    {
        yield return Cook(dish);
    }
}

async Coroutine<string> Cook(string dish)
{
    await Sleep(2);
    return dish;
}
