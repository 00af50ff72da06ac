// expect: none
// makespan: 1.5

using static AsyncBasics.Asyncio;

static class Program
{
    static void Main()
    {
        Console.WriteLine(Ask("tea"));
    }

    static string Ask(string drink) => Run(Order(drink));

    static async Coroutine<string> Order(string drink)
    {
        await Sleep(1.5);
        return $"One {drink}";
    }
}
