// expect: none
// makespan: 1
// stdout: no answer

var answer = new TaskCompletionSource<int>();
Task asking = Ask();
await Task.Delay(1000);
answer.SetException(new TimeoutException("no answer"));
await asking;

async Task Ask()
{
    try
    {
        Console.WriteLine(await answer.Task);
    }
    catch (TimeoutException e)
    {
        Console.WriteLine(e.Message);
    }
}
