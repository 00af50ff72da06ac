// expect: none
// makespan: 2
// stdout: 2

TimeProvider time = TimeProvider.System;
long start = time.GetTimestamp();
await Task.Delay(TimeSpan.FromSeconds(2), time);
Console.WriteLine(time.GetElapsedTime(start).TotalSeconds);
