// expect: none
// makespan: 2
// stdout: 2 a

Task<string> text = After("a", 1);
Console.WriteLine(await text.Then(async value =>
{
    await Task.Delay(1000);
    return $"2 {value}";
}));

async Task<string> After(string value, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return value;
}

static class TaskExtensions
{
    public static async Task<TResult> Then<T, TResult>(this Task<T> task, Func<T, Task<TResult>> next) => await next(await task);
}
