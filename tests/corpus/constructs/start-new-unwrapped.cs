// expect: none
// makespan: 1
// stdout: inside
// stdout: after

await Task.Factory.StartNew(async () =>
{
    await Task.Delay(1000);
    Console.WriteLine("inside");
}).Unwrap();
Console.WriteLine("after");
