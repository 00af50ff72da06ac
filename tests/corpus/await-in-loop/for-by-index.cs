// expect: await-in-loop 14 3.0
// makespan: 4
// needed: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    var squares = new int[4];
    for (int i = 0; i < squares.Length; i++)
    {
        squares[i] = await Square(i);
    }

    Console.WriteLine(squares.Sum());
}

async Coroutine<int> Square(int n)
{
    await Sleep(1);
    return n * n;
}
