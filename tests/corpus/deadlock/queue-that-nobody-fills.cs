// expect: deadlock 21
// outcome: deadlock

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    var queue = new LoopQueue<int>();
    LoopTask consumer = CreateTask(Consume(queue));
    await queue.Put(1);
    await queue.Put(2);
    await consumer;
}

async Coroutine Consume(LoopQueue<int> queue)
{
    for (int i = 0; i < 3; i++)
    {
        Console.WriteLine(await queue.Get());
    }
}
