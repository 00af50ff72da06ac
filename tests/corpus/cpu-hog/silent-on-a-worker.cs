// expect: none

Task<long> sum = Task.Run(() =>
{
    long total = 0;
    for (int i = 0; i < 2_000_000; i++)
    {
        total += i;
    }

    return total;
});
Console.WriteLine(await sum);
