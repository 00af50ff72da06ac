Task work = new Task(() => Console.WriteLine("work"));
await Task.WhenAny(work, Task.Delay(1000));
Console.WriteLine("end");
