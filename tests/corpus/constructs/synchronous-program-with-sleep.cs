// expect: none
// makespan: 2
// stdout: slept

Thread.Sleep(2000);
Console.WriteLine("slept");
