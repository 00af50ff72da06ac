// expect: none
// makespan: 3
// stdout: 1 4 9

int[] squares = await Task.WhenAll(Enumerable.Range(1, 3).Select(async number =>
{
    await Task.Delay(TimeSpan.FromSeconds(number));
    return number * number;
}));
Console.WriteLine(string.Join(" ", squares));
