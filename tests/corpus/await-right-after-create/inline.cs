// expect: await-right-after-create 13 1.5
// makespan: 4
// needed: 2.5

using static AsyncBasics.Asyncio;

static class Program
{
    static void Main() => Run(Main2());

    static async Coroutine Main2()
    {
        await CreateTask(Print("poster", 2.5));
        await CreateTask(Print("flyer", 1.5));
    }

    static async Coroutine Print(string what, double seconds)
    {
        await Sleep(seconds);
        Console.WriteLine($"{what} printed");
    }
}
