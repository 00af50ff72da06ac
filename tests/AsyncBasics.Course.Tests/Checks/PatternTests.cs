namespace AsyncBasics.Course.Tests;

public class PatternTests
{
    [Theory]
    [InlineData("DoTask A", "DoTask A", true)]
    [InlineData("DoTask A", "DoTask AB", false)]
    [InlineData("DoTask", "DoTask A", false)]
    [InlineData("DoTask *", "DoTask A", true)]
    [InlineData("DoTask *", "DoTask", false)]
    [InlineData("DoTask*", "DoTask", true)]
    [InlineData("* done *", "  Task A done after 2 seconds", true)]
    [InlineData("Task A*", "  Task A starting...", true)]
    [InlineData("*a*a*", "a", false)]
    [InlineData("*ab*ba*", "abba", true)]
    [InlineData("a*a", "a", false)]
    [InlineData("*", "", true)]
    [InlineData("dotask a", "DoTask A", false)]
    public void Matches_ComparesTheWholeText_WithStarsForAnyText(string pattern, string text, bool matches) =>
        Assert.Equal(matches, new Pattern(pattern).Matches(text));
}
