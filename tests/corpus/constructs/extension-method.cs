// expect: none
// makespan: 1
// stdout: slow abc

Console.WriteLine(await "abc".Slowly());

static class Extensions
{
    public static async Task<string> Slowly(this string text)
    {
        await Task.Delay(1000);
        return $"slow {text}";
    }
}
