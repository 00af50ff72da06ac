// expect: cold-task 8
// outcome: deadlock

Console.WriteLine(await ComputeAsync(6));

static async Task<int> ComputeAsync(int n)
{
    var work = new Task<int>(() => n * 7);
    await Task.Delay(500);
    return await work;
}
