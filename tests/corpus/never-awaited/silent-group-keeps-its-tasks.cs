// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await TaskGroup.Run(async group =>
    {
        group.CreateTask(Pack("books", 2));
        group.CreateTask(Pack("shoes", 1));
    });
    Console.WriteLine("All packed");
}

async Coroutine Pack(string what, double seconds)
{
    await Sleep(seconds);
    Console.WriteLine($"{what} packed");
}
