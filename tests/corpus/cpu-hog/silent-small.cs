// expect: none
// makespan: 1

Console.WriteLine(await AverageAsync([3, 5, 7]));

static async Task<double> AverageAsync(int[] values)
{
    await Task.Delay(1000);
    double sum = 0;
    for (int i = 0; i < values.Length; i++)
    {
        sum += values[i];
    }

    for (int i = 0; i < 1000; i++)
    {
        sum += 0;
    }

    return sum / values.Length;
}
