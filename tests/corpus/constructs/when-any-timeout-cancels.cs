// expect: none
// makespan: 1
// stdout: too late

using var cancellation = new CancellationTokenSource();
Task<string> answer = Ask(cancellation.Token);
Task timeout = Task.Delay(1000);
if (await Task.WhenAny(answer, timeout) == timeout)
{
    cancellation.Cancel();
    try
    {
        await answer;
    }
    catch (OperationCanceledException)
    {
        Console.WriteLine("too late");
    }
}

async Task<string> Ask(CancellationToken cancel)
{
    await Task.Delay(5000, cancel);
    return "answer";
}
