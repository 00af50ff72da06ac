Task ticking = Tick();
await Task.Yield();
Console.WriteLine(Primes(300_000));
await ticking;

int Primes(int most)
{
    int count = 0;
    for (int number = 2; number < most; number++)
    {
        bool isPrime = true;
        for (int divisor = 2; divisor * divisor <= number; divisor++)
        {
            isPrime &= number % divisor != 0;
        }

        count += isPrime ? 1 : 0;
    }

    return count;
}

async Task Tick()
{
    await Task.Delay(10);
    Console.WriteLine("tick");
}
