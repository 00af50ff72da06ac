namespace AsyncBasics.Cli.Tests;

public sealed class DidYouMeanTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("live", "live", 0)]
    [InlineData("live", "", 4)]
    [InlineData("lvie", "live", 1)]
    [InlineData("liv", "live", 1)]
    [InlineData("olive", "live", 1)]
    [InlineData("life", "live", 1)]
    [InlineData("precise", "live", 5)]
    public void Distance_CountsChangesAndSwaps(string a, string b, int distance)
    {
        Assert.Equal(distance, DidYouMean.Distance(a, b));
        Assert.Equal(distance, DidYouMean.Distance(b, a));
    }

    [Theory]
    [InlineData("--liv", "--live")]
    [InlineData("--time", "--timeline")]
    [InlineData("--gaurd", "--guard")]
    [InlineData("--x", null)]
    [InlineData("--concurrent", null)]
    public void Nearest_KnowsWhatIsNear(string typed, string? near) =>
        Assert.Equal(near, DidYouMean.Nearest(typed, ["--live", "--timeline", "--guard"]));
}
