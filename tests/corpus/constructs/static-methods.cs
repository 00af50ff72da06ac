// expect: none
// makespan: 2
// stdout: 4

Console.WriteLine(await Calculator.Double(await Calculator.Double(1)));

static class Calculator
{
    public static async Task<int> Double(int number)
    {
        await Task.Delay(1000);
        return number * 2;
    }
}
