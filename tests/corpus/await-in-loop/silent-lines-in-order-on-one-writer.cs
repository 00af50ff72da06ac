// expect: none
// makespan: 3
// needed: 3

class Journal
{
    private readonly List<string> _lines = [];

    public async Task AppendAsync(string line)
    {
        string numbered = $"{_lines.Count + 1}. {line}";
        await Task.Delay(1000);
        _lines.Add(numbered);
    }

    public override string ToString() => string.Join("; ", _lines);

    static async Task Main()
    {
        var journal = new Journal();
        foreach (string entry in new[] { "woke up", "had tea", "slept" })
        {
            await journal.AppendAsync(entry);
        }

        Console.WriteLine(journal);
    }
}
