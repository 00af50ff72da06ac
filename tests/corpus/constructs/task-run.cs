// expect: none
// makespan: 2
// stdout: 24

int[] results = await Task.WhenAll(Task.Run(() => Work(2, 4)), Task.Run(() => Work(1, 20)));
Console.WriteLine(results.Sum());

static int Work(int seconds, int value)
{
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    return value;
}
