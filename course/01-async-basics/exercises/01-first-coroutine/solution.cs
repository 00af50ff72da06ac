using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Toast("bread");
    Console.WriteLine("Breakfast!");
}

static async Coroutine Toast(string slice)
{
    Console.WriteLine($"{slice}: in");
    await Sleep(2);
    Console.WriteLine($"{slice}: out");
}
