// expect: whenany-loser-ignored 9

string answer = await WithTimeoutAsync(QueryAsync(), TimeSpan.FromSeconds(1));
Console.WriteLine(answer);
await Task.Delay(100);

static async Task<string> WithTimeoutAsync(Task<string> work, TimeSpan limit)
{
    Task first = await Task.WhenAny(work, Task.Delay(limit));
    return first == work ? await work : "timed out";
}

static async Task<string> QueryAsync()
{
    await Task.Delay(4000);
    Console.WriteLine("the query goes on");
    return "rows";
}
