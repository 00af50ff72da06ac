// expect: deadlock 11
// outcome: deadlock

var opened = new TaskCompletionSource();
Task visitor = VisitAsync();
await visitor;

async Task VisitAsync()
{
    await Task.Delay(1000);
    await opened.Task;
    Console.WriteLine("Come in");
}
