// expect: none
// makespan: 0

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    long sum = 0;
    for (int block = 0; block < 20; block++)
    {
        for (int i = 0; i < 100_000; i++)
        {
            sum += i;
        }

        await Sleep(0);
    }

    Console.WriteLine(sum);
}
