// expect: using-disposed-early 9
// makespan: 1

Console.WriteLine(await LimitedAsync());

static Task<string> LimitedAsync()
{
    using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(5));
    return WorkAsync(limit.Token);
}

static async Task<string> WorkAsync(CancellationToken token)
{
    await Task.Delay(1000, token);
    return "worked";
}
