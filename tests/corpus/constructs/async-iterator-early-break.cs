// expect: none
// makespan: 2
// stdout: 1
// stdout: 2
// stdout: closed

await foreach (int number in Read())
{
    Console.WriteLine(number);
    if (number == 2)
    {
        break;
    }
}

async IAsyncEnumerable<int> Read()
{
    try
    {
        for (int number = 1; ; number++)
        {
            await Task.Delay(1000);
            yield return number;
        }
    }
    finally
    {
        Console.WriteLine("closed");
    }
}
