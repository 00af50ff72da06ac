using static AsyncBasics.Asyncio;

// Everybody begins at once: the pot boils before anything is chopped, and the soup is served empty.
// (You may also write it with plain tasks. The check looks at what happens, not at how it is written.)

Run(Main());

static async Coroutine Main()
{
    await Gather(Step("chop", 1), Step("boil", 3), Step("serve", 0.5));
    Console.WriteLine("Soup!");
}

static async Coroutine Step(string name, double seconds)
{
    Console.WriteLine($"{name}: begins");
    await Sleep(seconds);
    Console.WriteLine($"{name}: done");
}
