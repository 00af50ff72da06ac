// expect: task-printed 10
// makespan: 0.5

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    Console.WriteLine(Greeting("Ada"));
    await Sleep(0.5);
}

async Coroutine<string> Greeting(string name)
{
    await Sleep(1);
    return $"Hello, {name}";
}
