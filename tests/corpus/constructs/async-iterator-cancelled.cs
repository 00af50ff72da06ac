// expect: none
// makespan: 2.5
// stdout: 1
// stdout: 2
// stdout: cancelled

using System.Runtime.CompilerServices;

using var cancellation = new CancellationTokenSource(TimeSpan.FromSeconds(2.5));
try
{
    await foreach (int number in Count().WithCancellation(cancellation.Token))
    {
        Console.WriteLine(number);
    }
}
catch (OperationCanceledException)
{
    Console.WriteLine("cancelled");
}

async IAsyncEnumerable<int> Count([EnumeratorCancellation] CancellationToken cancel = default)
{
    for (int number = 1; ; number++)
    {
        await Task.Delay(1000, cancel);
        yield return number;
    }
}
