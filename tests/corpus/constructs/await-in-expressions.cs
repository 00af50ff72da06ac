// expect: none
// makespan: 2
// stdout: 1, larger 4

int sum = await After(1);
int larger = sum > 0 ? Math.Max(await After(3), 4) : await After(100);
Console.WriteLine($"{sum}, larger {larger}");

async Task<int> After(int value)
{
    await Task.Delay(1000);
    return value;
}
