// expect: none
// makespan: 2
// stdout: found bb

string? found = null;
foreach (string word in new[] { "a", "bb", "ccc" })
{
    if (await IsGood(word))
    {
        found = word;
        break;
    }
}

Console.WriteLine($"found {found}");

async Task<bool> IsGood(string word)
{
    await Task.Delay(1000);
    return word.Length == 2;
}
