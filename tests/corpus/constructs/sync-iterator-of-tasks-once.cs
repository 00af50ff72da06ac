// expect: none
// makespan: 2
// stdout: 1 2

Console.WriteLine(string.Join(" ", await Task.WhenAll(Begin())));

IEnumerable<Task<int>> Begin()
{
    for (int number = 1; number <= 2; number++)
    {
        yield return After(number);
    }
}

async Task<int> After(int number)
{
    await Task.Delay(TimeSpan.FromSeconds(number));
    return number;
}
