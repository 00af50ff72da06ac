// expect: none
// makespan: 3
// stdout: Late: broken

Task<int> number = NumberAsync();
await Task.Delay(3000);
try
{
    Console.WriteLine(await number);
}
catch (InvalidOperationException e)
{
    Console.WriteLine($"Late: {e.Message}");
}

static async Task<int> NumberAsync()
{
    await Task.Delay(1000);
    throw new InvalidOperationException("broken");
}
