using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    LoopTask roast = CreateTask(Roast("duck"));

    await Sleep(2);
    Console.WriteLine("The guests leave.");

    await roast;
    Console.WriteLine("Locked.");
}

static async Coroutine Roast(string what)
{
    Console.WriteLine("oven: on");
    try
    {
        await Sleep(10);
        Console.WriteLine($"{what}: done");
    }
    finally
    {
        Console.WriteLine("oven: off");
    }
}
