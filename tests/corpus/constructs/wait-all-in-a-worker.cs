// expect: none
// makespan: 2
// stdout: 3

int sum = await Task.Run(() =>
{
    Task<int>[] parts = [Task.Run(() => Part(1)), Task.Run(() => Part(2))];
    Task.WaitAll(parts);
    return parts.Sum(part => part.Result);
});
Console.WriteLine(sum);

static int Part(int seconds)
{
    Thread.Sleep(TimeSpan.FromSeconds(seconds));
    return seconds;
}
