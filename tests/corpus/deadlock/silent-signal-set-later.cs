// expect: none
// makespan: 2

var opened = new TaskCompletionSource<string>();
Task visitor = VisitAsync();
await Task.Delay(2000);
opened.SetResult("the guard");
await visitor;

async Task VisitAsync() => Console.WriteLine($"Opened by {await opened.Task}");
