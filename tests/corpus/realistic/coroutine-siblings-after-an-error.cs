// expect: siblings-left-running 11

using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    try
    {
        await Gather(Step("load", 1, fails: false), Step("parse", 0.5, fails: true), Step("index", 3, fails: false));
    }
    catch (FormatException exception)
    {
        Console.WriteLine($"failed: {exception.Message}");
    }

    await Sleep(1);
}

static async Coroutine Step(string name, double seconds, bool fails)
{
    await Sleep(seconds);
    if (fails)
    {
        throw new FormatException(name);
    }

    Console.WriteLine($"{name} done");
}
