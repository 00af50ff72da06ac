// expect: none
// makespan: 3

try
{
    await Task.WhenAll(PaintAsync("red", 1, true), PaintAsync("blue", 3, false));
}
catch (InvalidOperationException e)
{
    Console.WriteLine(e.Message);
}

static async Task PaintAsync(string colour, int seconds, bool spills)
{
    await Task.Delay(seconds * 1000);
    if (spills)
    {
        throw new InvalidOperationException($"{colour} spilled");
    }
}
