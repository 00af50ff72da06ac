// expect: none
// makespan: 0

var task = new Task<int>(() => 6 * 7);
task.Start();
Console.WriteLine(await task);
