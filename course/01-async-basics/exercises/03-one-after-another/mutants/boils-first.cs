using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Step("boil", 3);
    await Step("chop", 1);
    await Step("serve", 0.5);
    Console.WriteLine("Soup!");
}

static async Coroutine Step(string name, double seconds)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
}
