// expect: none
// makespan: 2
// stdout: got 3 and abc

Task<int> number = After(3, 1);
Task<string> text = After("abc", 2);
Console.WriteLine($"got {await number} and {await text}");

static async Task<T> After<T>(T value, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return value;
}
