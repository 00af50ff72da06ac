// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask slow = CreateTask(Crawl(9));
    LoopTask bad = CreateTask(Trip(1));
    try
    {
        await Gather(slow, bad);
    }
    catch (InvalidOperationException)
    {
        slow.Cancel("no use any more");
    }

    await Sleep(1);
}

async Coroutine Crawl(double seconds) => await Sleep(seconds);

async Coroutine Trip(double seconds)
{
    await Sleep(seconds);
    throw new InvalidOperationException("tripped");
}
