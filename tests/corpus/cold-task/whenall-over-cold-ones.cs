// expect: cold-task 4
// outcome: deadlock

Task first = new Task(() => Console.WriteLine("first"));
Task second = Task.Run(() => Console.WriteLine("second"));
await Task.WhenAll(first, second);
