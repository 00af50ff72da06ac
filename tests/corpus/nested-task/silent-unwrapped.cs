// expect: none
// makespan: 2

int value = await Task.Factory.StartNew(async () =>
{
    await Task.Delay(2000);
    return 42;
}).Unwrap();
Console.WriteLine(value);
