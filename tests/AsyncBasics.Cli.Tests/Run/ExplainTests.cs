using AsyncBasics.Lab;

namespace AsyncBasics.Cli.Tests;

public sealed class ExplainTests
{
    [Theory]
    [InlineData("AB004")]
    [InlineData("ab004")]
    [InlineData("4")]
    [InlineData("await-right-after-create")]
    public void Explain_NumberOrName_ShowsTheExplanationWithBothPrograms(string finding)
    {
        CommandResult result = Command.Run("explain", finding);

        Assert.Equal(ExitCodes.Success, result.ExitCode);
        Assert.Contains("AB004", result.Lines[0], StringComparison.Ordinal);
        Assert.Contains("It shows in:", result.Lines);
        Assert.Contains("Repaired:", result.Lines);
    }

    [Fact]
    public void Explain_WithoutFinding_ListsAll()
    {
        CommandResult result = Command.Run("explain");

        Assert.Equal(FindingKind.All.Select(kind => kind.Id), result.Lines.Take(FindingKind.All.Count).Select(line => line.Split(' ')[0]));
    }

    [Theory]
    [InlineData("There is no finding AB999: async-basics explain lists them all.", "AB999")]
    [InlineData("There is no finding blokcing-call: did you mean blocking-call?", "blokcing-call")]
    public void Explain_UnknownFinding_IsAUsageError(string sentence, string finding)
    {
        CommandResult result = Command.Run("explain", finding);

        Assert.Equal(sentence, result.Error.TrimEnd('\n'));
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
    }
}
