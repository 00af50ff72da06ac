// expect: nested-run 14
// makespan: 1

using static AsyncBasics.Asyncio;

static class Program
{
    static void Main() => Run(Work());

    static async Coroutine Work()
    {
        try
        {
            string text = Run(Ask("name"));
            Console.WriteLine(text);
        }
        catch (InvalidOperationException e)
        {
            Console.WriteLine("No: " + (e.Message.Length > 0));
        }

        await Sleep(1);
    }

    static async Coroutine<string> Ask(string what)
    {
        await Sleep(0.1);
        return what;
    }
}
