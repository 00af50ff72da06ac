// expect: none
// makespan: 1

await Print("sum", SumAsync(2, 3));

static async Task Print(string title, Task<int> value)
{
    Console.WriteLine($"{title}: {await value}");
}

static async Task<int> SumAsync(int a, int b)
{
    await Task.Delay(1000);
    return a + b;
}
