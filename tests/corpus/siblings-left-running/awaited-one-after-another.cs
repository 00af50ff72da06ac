// expect: siblings-left-running 8
// makespan: 4

Task<int> broken = ReadAsync("left", 1, fails: true);
Task<int> fine = ReadAsync("right", 3, fails: false);
try
{
    int sum = await broken;
    sum += await fine;
    Console.WriteLine(sum);
}
catch (FormatException e)
{
    Console.WriteLine(e.Message);
}

await Task.Delay(3000);

static async Task<int> ReadAsync(string side, int seconds, bool fails)
{
    await Task.Delay(seconds * 1000);
    Console.WriteLine($"{side} read");
    return fails ? throw new FormatException($"{side} is no number") : side.Length;
}
