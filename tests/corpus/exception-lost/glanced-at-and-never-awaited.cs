// expect: exception-lost 10
// makespan: 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    LoopTask upload = CreateTask(Upload("photo"));
    await Sleep(3);
    Console.WriteLine(upload.Done ? "uploaded?" : "still at it");
}

async Coroutine Upload(string what)
{
    await Sleep(1);
    throw new IOException($"no room for {what}");
}
