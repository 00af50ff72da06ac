using static AsyncBasics.Asyncio;

Run(Main());

static async Coroutine Main()
{
    await CreateTask(Cook("beans", 1), name: "beans");
    Console.WriteLine("Still cooking: rice, salad");
    await CreateTask(Cook("rice", 1), name: "rice");
    await CreateTask(Cook("salad", 1), name: "salad");
    Console.WriteLine("Dinner is ready.");
}

static async Coroutine<string> Cook(string dish, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{dish}: ready");
    return dish;
}
