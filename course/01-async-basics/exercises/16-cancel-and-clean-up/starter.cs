using static AsyncBasics.Asyncio;

// The guests have left, the door is locked, and the oven is still on.

Run(Main());

static async Coroutine Main()
{
    LoopTask roast = CreateTask(Roast("duck"));

    await Sleep(2);
    Console.WriteLine("The guests leave.");

    Console.WriteLine("Locked.");
}

static async Coroutine Roast(string what)
{
    Console.WriteLine("oven: on");
    await Sleep(10);
    Console.WriteLine($"{what}: done");
    Console.WriteLine("oven: off");
}
