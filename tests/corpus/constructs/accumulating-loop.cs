// expect: none
// makespan: 3
// stdout: a-b-c

string path = "";
foreach (string part in new[] { "a", "b", "c" })
{
    path = await Append(path, part);
}

Console.WriteLine(path);

async Task<string> Append(string before, string part)
{
    await Task.Delay(1000);
    return before.Length == 0 ? part : $"{before}-{part}";
}
