// expect: none
// makespan: 0
// stdout: 8

Console.WriteLine(await await Task.WhenAny(GetAsync(8), GetAsync(8)));

static async Task<int> GetAsync(int value)
{
    await Task.Yield();
    return value;
}
