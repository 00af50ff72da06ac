// expect: none
// makespan: 2

using static AsyncBasics.Asyncio;

int first = Run(Count(1));
int second = Run(Count(first));
Console.WriteLine(first + second);

async Coroutine<int> Count(int from)
{
    await Sleep(1);
    return from + 1;
}
