// expect: none
// makespan: 3

using static AsyncBasics.Asyncio;

var letters = new Queue<string>(["a", "b", "c"]);
Run(Postman());

async Coroutine Postman()
{
    while (letters.Count > 0)
    {
        Console.WriteLine($"letter {letters.Dequeue()}");
        await Sleep(1);
    }
}
