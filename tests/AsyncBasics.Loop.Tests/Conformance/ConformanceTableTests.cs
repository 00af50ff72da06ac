using System.Reflection;
using System.Text.RegularExpressions;

namespace AsyncBasics.Tests;

/// <summary>The table of docs/conformance.md tells the truth about the tests that are here.</summary>
public sealed partial class ConformanceTableTests
{
    private const int FewestScenarios = 350;

    [Fact]
    public void EveryClassNamedInTheTable_Exists()
    {
        HashSet<string> classes = [.. typeof(ConformanceTableTests).Assembly.GetTypes().Select(type => type.Name)];

        string[] missing = [.. NamedHere().Where(name => !classes.Contains(name))];

        Assert.Empty(missing);
        Assert.True(NamedHere().Count > 50, "The table was not read.");
    }

    [Fact]
    public void Scenarios_AreEnough()
    {
        int scenarios = typeof(ConformanceTableTests).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.IsDefined(typeof(FactAttribute)))
            .Sum(method => Math.Max(1, method.GetCustomAttributes<InlineDataAttribute>().Count()));

        Assert.True(scenarios >= FewestScenarios, $"{scenarios} scenarios are fewer than {FewestScenarios}.");
    }

    /// <summary>What stands in the last column of the table's rows.</summary>
    private static HashSet<string> NamedHere() =>
    [
        .. File.ReadLines(Repository.File("docs", "conformance.md"))
            .Where(line => line.StartsWith('|'))
            .SelectMany(line => TestClass().Matches(line[line.IndexOf('|', 1)..]))
            .Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex("`([A-Za-z]+Tests)`")]
    private static partial Regex TestClass();
}
