// expect: none
// makespan: 4
// needed: 4

using static AsyncBasics.Asyncio;

var printer = new LoopLock();
Run(Main());

async Coroutine Main()
{
    await Print("report", 3);
    await Print("letter", 1);
}

async Coroutine Print(string what, double seconds)
{
    using (await printer.Acquire())
    {
        await Sleep(seconds);
        Console.WriteLine($"{what} printed");
    }
}
