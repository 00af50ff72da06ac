using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Sleep(1);
    try
    {
        Run(Greet());
    }
    catch (InvalidOperationException e)
    {
        Console.WriteLine(e.Message);
    }
}

async Coroutine Greet()
{
    await Sleep(1);
    Console.WriteLine("hello");
}
