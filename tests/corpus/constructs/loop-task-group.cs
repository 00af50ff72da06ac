// expect: none
// makespan: 2
// stdout: a b

using AsyncBasics;
using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    List<string> done = [];
    await TaskGroup.Run(async group =>
    {
        group.CreateTask(Work("b", 2, done));
        group.CreateTask(Work("a", 1, done));
    });
    Console.WriteLine(string.Join(" ", done));
}

async Coroutine Work(string name, double seconds, List<string> done)
{
    await Sleep(seconds);
    done.Add(name);
}
