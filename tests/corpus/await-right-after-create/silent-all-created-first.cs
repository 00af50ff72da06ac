// expect: none
// makespan: 3
// needed: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask<string> a = CreateTask(Load("a", 2));
    LoopTask<string> b = CreateTask(Load("b", 1));
    LoopTask<string> c = CreateTask(Load("c", 3));
    Console.WriteLine(await a);
    Console.WriteLine(await b);
    Console.WriteLine(await c);
}

async Coroutine<string> Load(string name, double seconds)
{
    await Sleep(seconds);
    return name;
}
