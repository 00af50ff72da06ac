using static AsyncBasics.Asyncio;

static class Program
{
    static void Main() => Run(Evening());

    static async Coroutine Evening()
    {
        LoopTask<string> rice = CreateTask(Cook("rice", 2), "rice");
        LoopTask<string> beans = CreateTask(Cook("beans", 1), "beans");
        LoopTask<string> salad = CreateTask(Cook("salad", 3), "salad");

        await Serve(rice);
        await Serve(beans);
        await Serve(salad);
    }

    static async Coroutine Serve(LoopTask<string> dish) =>
        Console.WriteLine($"served: {await dish}");

    static async Coroutine<string> Cook(string dish, double seconds)
    {
        await Sleep(TimeSpan.FromSeconds(seconds));
        Console.WriteLine($"{dish}: ready");
        return dish;
    }
}
