// expect: never-awaited 11
// makespan: 0
// stdout: 3
// stdout: 2
// stdout: 1
// stdout: Go

for (int i = 3; i > 0; i--)
{
    Console.WriteLine(i);
    Task.Delay(1000);
}

await Task.CompletedTask;
Console.WriteLine("Go");
