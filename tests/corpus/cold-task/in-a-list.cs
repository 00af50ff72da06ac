// expect: cold-task 6
// outcome: deadlock

List<Task> jobs = [];
Console.WriteLine("collecting");
jobs.Add(new Task(() => Console.WriteLine("job")));
await Task.WhenAll(jobs);
