using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    // A group cancels its tasks and waits until they have gone.
    await TaskGroup.Run(async group =>
    {
        group.CreateTask(Roast("duck"), name: "roast");
        await Sleep(2);
        Console.WriteLine("The guests leave.");
        group.Cancel("nobody is left to eat it");
    });

    Console.WriteLine("Locked.");
}

static async Coroutine Roast(string what)
{
    using var oven = new Oven();
    await Sleep(10);
    Console.WriteLine($"{what}: done");
}

sealed class Oven : IDisposable
{
    public Oven() => Console.WriteLine("oven: on");

    public void Dispose() => Console.WriteLine("oven: off");
}
