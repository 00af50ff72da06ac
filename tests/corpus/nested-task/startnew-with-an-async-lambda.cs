// expect: nested-task 4
// makespan: 1

await Task.Factory.StartNew(async () =>
{
    await Task.Delay(3000);
    Console.WriteLine("never seen");
});
Console.WriteLine("too early");
await Task.Delay(1000);
