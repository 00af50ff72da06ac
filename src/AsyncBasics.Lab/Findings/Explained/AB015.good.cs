Task work = Task.Run(() => Console.WriteLine("work"));
await work;
Console.WriteLine("end");
