// expect: none
// makespan: 0
// stdout: 1 True

int value = await Task.FromResult(1);
await Task.CompletedTask;
Console.WriteLine($"{value} {Task.CompletedTask.IsCompletedSuccessfully}");
