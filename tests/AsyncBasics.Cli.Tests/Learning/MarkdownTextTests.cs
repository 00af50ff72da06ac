using AsyncBasics.Course;

namespace AsyncBasics.Cli.Tests;

public class MarkdownTextTests
{
    [Fact]
    public void Render_OfEachElement_DrawsItWithoutColours()
    {
        const string Markdown = """
            # Title

            Some *stressed*, **strong** and `code` text with a [link](https://example.org/x) that is wrapped.

            ## Part

            1. one
            2. two

            - a list
              of two lines

            > [!WARNING]
            > Take care.

            ```csharp
            int i = 1; // one
            ```

            | a | long column |
            |---|---|
            | 1 | 2 |
            """;

        Assert.Equal(
            """
            Title
            ═════

            Some *stressed*, **strong** and `code`
            text with a link (https://example.org/x)
            that is wrapped.

            Part
            ────

             1. one
             2. two

             • a list of two lines

            │ Warning
            │ Take care.

              int i = 1; // one

            a  long column
            ─  ───────────
            1  2
            """.Split('\n'),
            Plain(40).Render(Markdown));
    }

    [Theory]
    [InlineData(80)]
    [InlineData(48)]
    public void Render_OfTheWholeCourse_IsNowhereWiderThanTheTerminal(int width)
    {
        foreach (string markdown in AllMarkdown())
        {
            Assert.All(Plain(width).Render(markdown), line => Assert.True(line.Length <= width, $"{line.Length} columns: {line}"));
        }
    }

    [Fact]
    public void Render_WithoutUnicode_IsAscii() => Assert.All(
        AllMarkdown().SelectMany(markdown => new MarkdownText(80, unicode: false, colour: false).Render(markdown)),
        line => Assert.True(line.All(char.IsAscii), line));

    [Fact]
    public void Render_WithColours_SaysTheSameWithoutItsControlSequences()
    {
        const string Markdown = "A **strong** word and `code`.\n\n```csharp\nawait Sleep(1.5); // rest\n```";

        string coloured = string.Join('\n', new MarkdownText(80, unicode: true, colour: true).Render(Markdown));

        Assert.Contains("\e[34mawait\e[0m", coloured, StringComparison.Ordinal);
        Assert.Equal(
            "A strong word and code.\n\n  await Sleep(1.5); // rest", System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[[0-9;]*m", string.Empty));
    }

    [Fact]
    public void RenderCode_OfALineTooLong_GoesOnInTheNext() => Assert.Equal(
        ["    await Gather(One(),", "    ↪ Two());"], Plain(24).RenderCode("  await Gather(One(), Two());"));

    [Fact]
    public void RenderCode_OfAWordTooLong_BreaksIt() => Assert.Equal(
        ["  0123456789", "  ↪ abcdefgh", "  ↪ i"], Plain(12).RenderCode("0123456789abcdefghi", isCSharp: false));

    [Fact]
    public void RenderCode_ChangesNoCharacterOfAnyProgram()
    {
        foreach (Lab.SourceFile program in Lesson.Programs.Values)
        {
            Assert.All(program.Text.Split('\n'), line => Assert.Equal(line, string.Concat(CSharpInk.Line(line).Select(piece => piece.Text))));
        }
    }

    private static CourseLesson Lesson { get; } = CourseFinder.Lesson(course: null, lesson: null);

    private static MarkdownText Plain(int width) => new(width, unicode: true, colour: false);

    private static IEnumerable<string> AllMarkdown() =>
    [
        .. Lesson.Steps.SelectMany(step => step.Blocks.OfType<TextBlock>().Select(text => text.Markdown).Append(step.Answer)),
        .. Lesson.Experiments.SelectMany(experiment => new[] { experiment.Question, experiment.Explanation }),
        .. Lesson.Exercises.SelectMany(exercise => exercise.Hints.Append(exercise.Goal).Append(exercise.After)),
        .. Lesson.Quiz.SelectMany(group => group.Questions).SelectMany(question => question.Options.Select(option => option.Reason).Append(question.Text)),
        .. Lesson.Cards.SelectMany(card => new[] { card.Front, card.Back }),
        .. Lesson.Explain.Select(question => question.Answer),
        .. Lesson.Glossary.Select(term => term.Meaning),
    ];
}
