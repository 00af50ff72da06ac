// expect: none
// makespan: 0
// stdout: 168 primes, the last is 997
// stdout: 25
// stdout: 1,4,9
// stdout: cancelled

int[] primes = Enumerable.Range(2, 999).AsParallel().AsOrdered().WithDegreeOfParallelism(4).Where(IsPrime).ToArray();
Console.WriteLine($"{primes.Length} primes, the last is {primes[^1]}");
Console.WriteLine(await Task.Run(() => ParallelEnumerable.Range(1, 100).WithDegreeOfParallelism(2).Count(IsPrime) - ParallelEnumerable.Repeat(1, 1).Sum()));
System.Collections.ArrayList untyped = [1, 2, 3];
Console.WriteLine(string.Join(',', untyped.AsParallel().AsOrdered().Cast<int>().Select(one => one * one)));
using var source = new CancellationTokenSource();
source.Cancel();
try
{
    _ = (from one in primes.AsParallel().WithCancellation(source.Token) where one > 2 select one).Sum();
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled");
}

static bool IsPrime(int number)
{
    for (int divisor = 2; divisor * divisor <= number; divisor++)
    {
        if (number % divisor == 0)
        {
            return false;
        }
    }

    return true;
}
