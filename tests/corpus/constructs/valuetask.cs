// expect: none
// makespan: 1
// stdout: 7 7

int? known = null;
int first = await Get();
int second = await Get();
Console.WriteLine($"{first} {second}");

ValueTask<int> Get() => known is { } value ? ValueTask.FromResult(value) : new ValueTask<int>(Load());

async Task<int> Load()
{
    await Task.Delay(1000);
    known = 7;
    return 7;
}
