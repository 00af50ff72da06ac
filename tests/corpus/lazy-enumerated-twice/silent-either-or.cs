// expect: none
// makespan: 2

bool together = DateTime.MinValue.Year == 1;
IEnumerable<Task<string>> calls = new[] { "Ada", "Ben" }.Select(CallAsync);
if (together)
{
    Console.WriteLine(string.Join(", ", await Task.WhenAll(calls)));
}
else
{
    Console.WriteLine(await calls.First());
}

static async Task<string> CallAsync(string name)
{
    await Task.Delay(2000);
    return $"{name} answers";
}
