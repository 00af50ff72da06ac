// expect: none
// makespan: 1.0

string[] names = ["a", "bb", "c", "d"];
int i = 0;
while (i < names.Length)
{
    int length = await MeasureAsync(names[i]);
    i += length;
    i++;
}

static async Task<int> MeasureAsync(string name)
{
    await Task.Delay(500);
    return name.Length;
}
