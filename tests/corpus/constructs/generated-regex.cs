// expect: none
// makespan: 1
// stdout: 42 and 7
// stdout: True

using System.Text.RegularExpressions;

await Task.Delay(1000);
Console.WriteLine(string.Join(" and ", Patterns.Number().Matches("from 42 to 7").Select(match => match.Value)));
Console.WriteLine(Patterns.Word.IsMatch("HELLO"));

static partial class Patterns
{
    [GeneratedRegex(@"\d+")]
    public static partial Regex Number();

    [GeneratedRegex("^hello$", RegexOptions.IgnoreCase)]
    public static partial Regex Word { get; }
}
