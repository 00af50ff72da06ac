// expect: none
// makespan: 1
// stdout: 1

DateTimeOffset before = DateTimeOffset.Now;
await Task.Delay(1000);
Console.WriteLine((DateTimeOffset.Now - before).TotalSeconds);
