using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Gather(Count("left"), Count("right"));
}

static async Coroutine Count(string side)
{
    for (int i = 1; i <= 2; i++)
    {
        Console.WriteLine($"{side} {i}");
        await Sleep(0);
    }
}
