// expect: never-awaited 8
// makespan: 1

class Program
{
    static async Task Main()
    {
        Task<int> total = SumAsync([1, 2, 3]);
        string title = await TitleAsync();
        Console.WriteLine(title);
    }

    static async Task<int> SumAsync(int[] numbers)
    {
        await Task.Delay(500);
        return numbers.Sum();
    }

    static async Task<string> TitleAsync()
    {
        await Task.Delay(1000);
        return "Totals";
    }
}
