// expect: none
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    List<LoopTask<int>> readings = [];
    for (int sensor = 1; sensor <= 3; sensor++)
    {
        readings.Add(CreateTask(Read(sensor)));
    }

    int sum = 0;
    foreach (LoopTask<int> reading in readings)
    {
        sum += await reading;
    }

    Console.WriteLine(sum);
}

async Coroutine<int> Read(int sensor)
{
    await Sleep(sensor);
    return sensor * 10;
}
