// expect: none
// makespan: 1
// stdout: 6

Console.WriteLine(await SumSlowly([1, 2, 3]));

static async Task<T> SumSlowly<T>(IEnumerable<T> numbers)
    where T : System.Numerics.INumber<T>
{
    await Task.Delay(1000);
    return numbers.Aggregate(T.Zero, (sum, number) => sum + number);
}
