// expect: deadlock 26
// outcome: deadlock

using static AsyncBasics.Asyncio;

LoopTask? hen = null;
LoopTask? egg = null;
Run(Main());

async Coroutine Main()
{
    hen = CreateTask(Hatch());
    egg = CreateTask(Lay());
    await hen;
}

async Coroutine Hatch()
{
    await Sleep(1);
    await egg!;
}

async Coroutine Lay()
{
    await Sleep(2);
    await hen!;
}
