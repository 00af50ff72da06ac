using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Cook("rice, beans and salad", 3);
    Console.WriteLine("Dinner: rice, beans, salad");
}

static async Coroutine Cook(string dish, double seconds)
{
    Console.WriteLine("rice: on the stove");
    Console.WriteLine("beans: on the stove");
    Console.WriteLine("salad: on the stove");
    await Sleep(1);
    Console.WriteLine("salad: ready");
    await Sleep(1);
    Console.WriteLine("beans: ready");
    await Sleep(1);
    Console.WriteLine("rice: ready");
}
