// expect: none
// makespan: 2
// stdout: True True True

using System.Diagnostics;

var watch = Stopwatch.StartNew();
DateTime before = DateTime.UtcNow;
long ticks = Environment.TickCount64;
await Task.Delay(2000);
Console.WriteLine($"{watch.Elapsed.TotalSeconds == 2} {(DateTime.UtcNow - before).TotalSeconds == 2} {Environment.TickCount64 - ticks == 2000}");
