// expect: none
// makespan: 3
// stdout: 6

Console.WriteLine(await Sum(3));

async Task<int> Sum(int number)
{
    if (number == 0)
    {
        return 0;
    }

    await Task.Delay(1000);
    return number + await Sum(number - 1);
}
