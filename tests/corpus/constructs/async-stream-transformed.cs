// expect: none
// makespan: 3
// stdout: 2 4 6

List<int> doubled = [];
await foreach (int number in Double(Numbers()))
{
    doubled.Add(number);
}

Console.WriteLine(string.Join(" ", doubled));

async IAsyncEnumerable<int> Numbers()
{
    for (int number = 1; number <= 3; number++)
    {
        await Task.Delay(1000);
        yield return number;
    }
}

async IAsyncEnumerable<int> Double(IAsyncEnumerable<int> numbers)
{
    await foreach (int number in numbers)
    {
        yield return number * 2;
    }
}
