// expect: none
// makespan: 2
// stdout: done 2

ValueTask<int> slow = Work(2);
Console.WriteLine($"done {await slow}");

static async ValueTask<int> Work(int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return seconds;
}
