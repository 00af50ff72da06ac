// expect: nested-task 3

Task batch = Task.Factory.StartNew(async () =>
{
    await Task.Delay(1000);
    Console.WriteLine("batch done");
});
await batch;
Console.WriteLine("all done");
await Task.Delay(100);
