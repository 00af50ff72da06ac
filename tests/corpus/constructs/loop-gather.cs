// expect: none
// makespan: 3
// stdout: A result, B result, C result

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    string[] results = await Gather(DoTask("A", 2), DoTask("B", 1), DoTask("C", 3));
    Console.WriteLine(string.Join(", ", results));
}

async Coroutine<string> DoTask(string name, double seconds)
{
    await Sleep(seconds);
    return $"{name} result";
}
