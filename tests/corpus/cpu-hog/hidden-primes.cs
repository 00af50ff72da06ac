// expect: cpu-hog 19
// makespan: 1

using static AsyncBasics.Asyncio;

Run(Main());

async Coroutine Main()
{
    await Sleep(1);
    Console.WriteLine(Primes.Count(3000));
}

static class Primes
{
    public static int Count(int limit)
    {
        int count = 0;
        for (int n = 2; n < limit; n++)
        {
            bool prime = true;
            for (int d = 2; d < limit; d++)
            {
                prime &= d >= n || n % d != 0;
            }

            count += prime ? 1 : 0;
        }

        return count;
    }
}
