// expect: none
// makespan: 1
// stdout: inside
// stdout: after

await Task.Run(async () =>
{
    await Task.Delay(1000);
    Console.WriteLine("inside");
});
Console.WriteLine("after");
