// expect: none
// makespan: 1
// stdout: no input

Console.Error.WriteLine("a warning");
await Task.Delay(1000);
Console.WriteLine(Console.ReadLine() ?? "no input");
