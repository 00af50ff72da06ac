// expect: spin 8

Task<int> dice = Task.Run(async () =>
{
    await Task.Delay(100);
    return 6;
});
for (; !dice.IsCompleted;)
{
    await Task.Delay(1);
}

Console.WriteLine(await dice);
