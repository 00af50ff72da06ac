namespace AsyncBasics.Cli.Tests;

public sealed class LimitValuesTests
{
    [Theory]
    [InlineData("10", 10)]
    [InlineData("1.5s", 1.5)]
    [InlineData("500ms", 0.5)]
    [InlineData("2m", 120)]
    [InlineData("1h", 3600)]
    public void Time_WithOrWithoutUnit_IsRead(string text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LimitValues.Time("--limit-time", text));

    [Theory]
    [InlineData("1000", 1000)]
    [InlineData("20k", 20_000)]
    [InlineData("5M", 5_000_000)]
    public void Count_WithOrWithoutUnit_IsRead(string text, long count) => Assert.Equal(count, LimitValues.Count("--limit-steps", text));

    [Theory]
    [InlineData("256", 256L << 20)]
    [InlineData("256M", 256L << 20)]
    [InlineData("1G", 1L << 30)]
    public void Size_WithOrWithoutUnit_IsRead(string text, long bytes) => Assert.Equal(bytes, LimitValues.Size("--limit-memory", text));

    [Theory]
    [InlineData("-1")]
    [InlineData("s")]
    [InlineData("1e3")]
    [InlineData("ten")]
    [InlineData("1,5")]
    public void Time_ThatIsNone_IsAUsageError(string text)
    {
        UsageException wrong = Assert.Throws<UsageException>(() => LimitValues.Time("--limit-time", text));

        Assert.Equal($"--limit-time {text}: write a time such as 10, 1.5s, 500ms, 2m or 1h.", wrong.Message);
    }

    [Theory]
    [InlineData("0", "it has to be more than zero")]
    [InlineData("0ms", "it has to be more than zero")]
    [InlineData("1000000000h", "that is too much")]
    public void Time_OutOfBounds_IsToldSo(string text, string problem)
    {
        UsageException wrong = Assert.Throws<UsageException>(() => LimitValues.Time("--limit-time", text));

        Assert.StartsWith($"--limit-time {text}: {problem}, write ", wrong.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_ThatIsEmpty_IsShownAsSuch()
    {
        UsageException wrong = Assert.Throws<UsageException>(() => LimitValues.Time("--limit-time", ""));

        Assert.StartsWith("--limit-time \"\": ", wrong.Message, StringComparison.Ordinal);
    }
}
