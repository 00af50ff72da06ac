// expect: none
// makespan: 2
// stdout: a b

Task<string> a = After("a", 1);
Task<string> b = After("b", 2);
(string first, string second) = (await a, await b);
Console.WriteLine($"{first} {second}");

async Task<string> After(string value, int seconds)
{
    await Task.Delay(TimeSpan.FromSeconds(seconds));
    return value;
}
