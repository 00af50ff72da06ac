// expect: await-right-after-create 6 1.0
// makespan: 3
// needed: 2

Task<int> left = MeasureAsync("left", 1);
int l = await left;
Task<int> right = MeasureAsync("right", 2);
int r = await right;
Console.WriteLine(l + r);

static async Task<int> MeasureAsync(string side, int seconds)
{
    await Task.Delay(seconds * 1000);
    return side.Length;
}
