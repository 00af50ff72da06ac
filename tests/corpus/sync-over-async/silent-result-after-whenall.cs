// expect: none
// makespan: 2

Task<int> left = AddAsync(1, 2);
Task<int> right = AddAsync(3, 4);
await Task.WhenAll(left, right);
Console.WriteLine(left.Result + right.Result);

static async Task<int> AddAsync(int a, int b)
{
    await Task.Delay(2000);
    return a + b;
}
