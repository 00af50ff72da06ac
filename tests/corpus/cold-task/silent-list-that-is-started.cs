// expect: none

List<Task> jobs = [];
jobs.Add(new Task(() => Console.WriteLine("one")));
jobs.Add(new Task(() => Console.WriteLine("two")));
jobs.ForEach(job => job.Start());
await Task.WhenAll(jobs);
