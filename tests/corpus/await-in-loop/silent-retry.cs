// expect: none
// makespan: 4.5
// needed: 4.5
// stdout: try 1 failed
// stdout: try 2 failed
// stdout: answer on try 3

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    for (int attempt = 1; attempt <= 5; attempt++)
    {
        try
        {
            Console.WriteLine(await Ask(attempt));
            break;
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"try {attempt} failed");
        }
    }
}

async Coroutine<string> Ask(int attempt)
{
    await Sleep(1.5);
    return attempt < 3 ? throw new TimeoutException() : $"answer on try {attempt}";
}
