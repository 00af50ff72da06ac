// expect: none
// makespan: 1
// stdout: 9 9

var settings = new Lazy<Task<int>>(Load);
Task<int> first = Use();
Task<int> second = Use();
Console.WriteLine($"{await first} {await second}");

async Task<int> Use() => await settings.Value;

static async Task<int> Load()
{
    await Task.Delay(1000);
    return 9;
}
