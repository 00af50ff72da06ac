// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> task = CreateTask(Boil("eggs"), name: "stove");
    Console.WriteLine($"{task.Name} is on");
    Console.WriteLine(await task);
}

async Coroutine<string> Boil(string what)
{
    await Sleep(2);
    return $"{what} boiled";
}
