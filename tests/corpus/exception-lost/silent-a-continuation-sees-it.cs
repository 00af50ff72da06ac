// expect: none
// makespan: 2

_ = SendAsync("letter").ContinueWith(
    sent => Console.WriteLine($"lost: {sent.Exception!.InnerException!.Message}"),
    TaskContinuationOptions.OnlyOnFaulted);
await Task.Delay(2000);

static async Task SendAsync(string what)
{
    await Task.Delay(1000);
    throw new InvalidOperationException($"no stamp on the {what}");
}
