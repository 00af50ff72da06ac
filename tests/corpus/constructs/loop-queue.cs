// expect: none
// makespan: 3
// stdout: 0 1 2

using AsyncBasics;
using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    var queue = new LoopQueue<int>();
    LoopTask producer = CreateTask(Produce(queue));
    List<int> got = [];
    while (got.Count < 3)
    {
        got.Add(await queue.Get());
    }

    await producer;
    Console.WriteLine(string.Join(" ", got));
}

async Coroutine Produce(LoopQueue<int> queue)
{
    for (int item = 0; item < 3; item++)
    {
        await Sleep(1);
        await queue.Put(item);
    }
}
