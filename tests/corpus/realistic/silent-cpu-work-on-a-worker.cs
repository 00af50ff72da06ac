// expect: none

Console.WriteLine("counting");
Task<int> primes = Task.Run(() => CountPrimes(60_000));
Task ticker = TickAsync(3);
await Task.WhenAll(primes, ticker);
Console.WriteLine(await primes);

static int CountPrimes(int below)
{
    int count = 0;
    for (int n = 2; n < below; n++)
    {
        bool isPrime = true;
        for (int d = 2; d * d <= n; d++)
        {
            if (n % d == 0)
            {
                isPrime = false;
                break;
            }
        }

        count += isPrime ? 1 : 0;
    }

    return count;
}

static async Task TickAsync(int times)
{
    for (int i = 0; i < times; i++)
    {
        await Task.Delay(100);
        Console.WriteLine("tick");
    }
}
