// expect: none
// makespan: 1

Task<int> work = Task.Run(async () =>
{
    await Task.Delay(1000);
    return 42;
});
Console.WriteLine(await work);
