// expect: nested-run 19
// outcome: failed

using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Sleep(0.5);
    Console.WriteLine(Total([1, 2, 3]));
}

static int Total(int[] items)
{
    int total = 0;
    foreach (int item in items)
    {
        total += Run(Price(item));
    }

    return total;
}

static async Coroutine<int> Price(int item)
{
    await Sleep(0.1);
    return item * 10;
}
