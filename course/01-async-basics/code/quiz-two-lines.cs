using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await Gather(Bake("bread", 1, 3), Bake("cake", 2, 1));
    Console.WriteLine("The oven is off.");
}

static async Coroutine Bake(string what, double knead, double bake)
{
    await Sleep(knead);
    Console.WriteLine($"{what}: kneaded");
    await Sleep(bake);
    Console.WriteLine($"{what}: baked");
}
