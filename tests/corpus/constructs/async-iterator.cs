// expect: none
// makespan: 3
// stdout: 1
// stdout: 2
// stdout: 3
// stdout: end

await foreach (int number in Count(3))
{
    Console.WriteLine(number);
}

Console.WriteLine("end");

async IAsyncEnumerable<int> Count(int most)
{
    for (int number = 1; number <= most; number++)
    {
        await Task.Delay(1000);
        yield return number;
    }
}
