// expect: none
// makespan: 1
// stdout: 0 arguments

await Task.Delay(1000);
Console.WriteLine($"{args.Length} arguments");
