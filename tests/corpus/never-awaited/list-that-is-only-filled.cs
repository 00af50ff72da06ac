// expect: never-awaited 10
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    List<LoopTask> jobs = [];
    foreach (string room in new[] { "kitchen", "bath", "hall" })
    {
        jobs.Add(CreateTask(Clean(room)));
    }

    await Sleep(1);
    Console.WriteLine($"{jobs.Count} jobs given");
}

async Coroutine Clean(string room)
{
    await Sleep(4);
    Console.WriteLine($"{room} is clean");
}
