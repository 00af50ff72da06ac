// expect: none
// stdout: sum 6

internal static class Program
{
    private static void Main()
    {
        int sum = 0;
        foreach (int number in new[] { 1, 2, 3 })
        {
            sum += number;
        }

        Console.WriteLine($"sum {sum}");
    }
}
