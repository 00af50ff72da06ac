await Task.Factory.StartNew(async () =>
{
    await Task.Delay(1000);
    Console.WriteLine("stored");
});
Console.WriteLine("all is stored");
await Task.Delay(2000);
