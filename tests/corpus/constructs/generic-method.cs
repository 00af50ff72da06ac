// expect: none
// makespan: 2
// stdout: 2
// stdout: ab

Task<int> number = After(2, 1);
Task<string> text = After("ab", 2);
Console.WriteLine(await number);
Console.WriteLine(await text);

async Task<T> After<T>(T value, int seconds)
    where T : notnull
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return value;
}
