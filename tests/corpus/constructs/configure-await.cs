// expect: none
// makespan: 2
// stdout: value 1

Console.WriteLine($"value {await Outer().ConfigureAwait(false)}");

static async Task<int> Outer()
{
    await Task.Delay(1000).ConfigureAwait(false);
    return await Inner().ConfigureAwait(false);
}

static async Task<int> Inner()
{
    await Task.Delay(1000).ConfigureAwait(false);
    return 1;
}
