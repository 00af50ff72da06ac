// expect: none
// makespan: 2
// stdout: 1 3

int[] odd = await Numbers().Where(number => number % 2 == 1).ToArrayAsync();
Console.WriteLine(string.Join(" ", odd));

async IAsyncEnumerable<int> Numbers()
{
    for (int number = 1; number <= 4; number++)
    {
        await Task.Delay(500);
        yield return number;
    }
}
