// expect: none
// makespan: 1

Task<string> work = QuickAsync("bill");
Task first = await Task.WhenAny(work, Task.Delay(5000));
Console.WriteLine(first == work ? await work : "too slow");

static async Task<string> QuickAsync(string what)
{
    await Task.Delay(1000);
    return $"{what} written";
}
