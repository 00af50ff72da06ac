using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Sleep(1);
    await Greet();
}

async Coroutine Greet()
{
    await Sleep(1);
    Console.WriteLine("hello");
}
