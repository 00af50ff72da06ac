// expect: none
// makespan: 1
// stdout: outer inner outer

var name = new AsyncLocal<string> { Value = "outer" };
string before = name.Value;
string inside = await Inner();
Console.WriteLine($"{before} {inside} {name.Value}");

async Task<string> Inner()
{
    name.Value = "inner";
    await Task.Delay(1000);
    return name.Value!;
}
