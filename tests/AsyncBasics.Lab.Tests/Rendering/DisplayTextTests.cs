namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class DisplayTextTests
{
    [Theory]
    [InlineData("", 0)]
    [InlineData("abc", 3)]
    [InlineData("日本語", 6)]
    [InlineData("e\u0301", 1)]
    [InlineData("각", 2)]
    [InlineData("\u1100\u1161\u11A8", 2)]
    [InlineData("ｗｉｄｅ", 8)]
    [InlineData("🎈", 2)]
    [InlineData("░▒█●", 4)]
    public void WidthOf_CountsColumns(string text, int width) => Assert.Equal(width, DisplayText.WidthOf(text));

    [Theory]
    [InlineData("abc", 3, "abc")]
    [InlineData("abcd", 3, "ab…")]
    [InlineData("日本語", 4, "日…")]
    [InlineData("日本語", 5, "日本…")]
    [InlineData("two words", 5, "two…")]
    [InlineData("abc", 1, "…")]
    [InlineData("abc", 0, "")]
    [InlineData("e\u0301e\u0301e\u0301", 2, "e\u0301…")]
    public void Fit_CutsWholeCharacters_AndNeverExceeds(string text, int width, string expected) =>
        Assert.Equal(expected, DisplayText.Fit(text, width, unicode: true));

    [Theory]
    [InlineData("abcd", 3, "a..")]
    [InlineData("abcd", 1, "a")]
    public void Fit_InAscii_UsesDots(string text, int width, string expected) =>
        Assert.Equal(expected, DisplayText.Fit(text, width, unicode: false));

    [Theory]
    [InlineData("a\nb\tc", "a?b?c")]
    [InlineData("\e[31mred", "?[31mred")]
    [InlineData("right\u202Eleft", "rightleft")]
    [InlineData("👨‍👩‍👧", "👨")]
    [InlineData("❤\uFE0F", "❤")]
    [InlineData("e\u0301", "e\u0301")]
    public void Clean_LeavesNothingThatBreaksTheColumns(string text, string expected) =>
        Assert.Equal(expected, DisplayText.Clean(text, unicode: true));

    [Theory]
    [InlineData("took 1 s · 5 µs", "took 1 s - 5 us")]
    [InlineData("日本 é", "?? ?")]
    public void Clean_ToAscii_KeepsWhatHasATwin(string text, string expected) =>
        Assert.Equal(expected, DisplayText.Clean(text, unicode: false));
}
