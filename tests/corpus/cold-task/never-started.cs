// expect: cold-task 4
// makespan: 1

var task = new Task(() => Console.WriteLine("working"));
await Task.Delay(1000);
Console.WriteLine(task.Status);
