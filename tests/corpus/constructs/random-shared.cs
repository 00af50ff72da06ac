// expect: none
// makespan: 0
// stdout: True

int number = Random.Shared.Next(1, 7);
Console.WriteLine(number is >= 1 and <= 6);
await Task.Yield();
