namespace AsyncBasics.Lab.Tests.Rendering;

public sealed class ExplanationTests
{
    public static TheoryData<string> Kinds => [.. FindingKind.All.Select(kind => kind.Id)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Of_AnyKind_HasATextAndTwoPrograms(string id)
    {
        Explanation explanation = Explanation.Of(id)!;

        Assert.Equal(id, explanation.Kind.Id);
        Assert.Same(explanation, Explanation.Of(explanation.Kind.Slug.ToUpperInvariant()));
        Assert.Contains("To repair it, ", explanation.Text, StringComparison.Ordinal);
        Assert.NotEqual(explanation.Bad, explanation.Good);
    }

    [Fact]
    public void Of_AnUnknownName_IsNothing() => Assert.Null(Explanation.Of("AB999"));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_OfAnyKind_KeepsToTheWidth_AndShowsBothPrograms(string id)
    {
        Explanation explanation = Explanation.Of(id)!;
        foreach (bool unicode in new[] { true, false })
        {
            IReadOnlyList<string> lines = TextExplanation.Render(explanation, new TextTimelineOptions { Unicode = unicode });

            Assert.All(lines, line => Assert.True(DisplayText.WidthOf(line) <= 80, line));
            Assert.All(lines, line => Assert.True(unicode || line.All(char.IsAscii), line));
            Assert.StartsWith(id, lines[0], StringComparison.Ordinal);
            Assert.Equal(2, lines.Count(line => line.StartsWith(unicode ? "   1 │ " : "   1 | ", StringComparison.Ordinal)));
            Assert.DoesNotContain(lines, line => line.Contains('`', StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Render_InNarrowLines_LosesNoLetter(string id)
    {
        Explanation explanation = Explanation.Of(id)!;
        string expected = Letters(explanation.Text.Replace("`", string.Empty, StringComparison.Ordinal).Replace("*", string.Empty, StringComparison.Ordinal));

        foreach (int width in new[] { 12, 23, 38, 80 })
        {
            IReadOnlyList<string> lines = TextExplanation.Render(explanation, new TextTimelineOptions { Width = width, Unicode = true });

            Assert.Contains(expected, Letters(string.Concat(lines)), StringComparison.Ordinal);
        }
    }

    private static string Letters(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
