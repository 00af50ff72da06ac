namespace AsyncBasics.Cli.Tests;

/// <summary><c>--timeline</c>: the lanes after each part.</summary>
public sealed class TimelineTests
{
    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Timeline_AfterEachPart_DrawsALaneForEveryTask(string dialect)
    {
        CommandResult result = Command.RunVirtual("--all", "--timeline", "--dialect", dialect);

        Assert.All(
            new[] { "A", "B", "C" },
            name => Assert.Equal(3, result.Lines.Count(line => line.Contains($" DoTask {name} ", StringComparison.Ordinal))));
        Assert.Equal(3, result.Lines.Count(line => line.Contains(" took ", StringComparison.Ordinal)));
        Assert.Single(result.Lines, line => line.Contains("took 6.0 s", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Timeline_LeavesTheProgramsOwnOutputAsItIs(string dialect)
    {
        CommandResult result = Command.RunVirtual("--all", "--timeline", "--dialect", dialect);

        string[] expected = Expected.OutputOfAll.TrimEnd('\n').Split('\n');
        int next = 0;
        foreach (string line in result.Lines)
        {
            next += next < expected.Length && line == expected[next] ? 1 : 0;
        }

        Assert.Equal(expected.Length, next);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void Timeline_IsNeverWiderThanTheTerminal(int columns)
    {
        foreach (bool unicode in new[] { true, false })
        {
            CommandResult result = Command.RunOn(
                new Display { Columns = columns, Unicode = unicode },
                "--clock", "virtual", "--all", "--timeline", "--blocking", "--fail", "B", "--guard");

            IEnumerable<string> program = Command.RunVirtual("--all", "--blocking", "--fail", "B", "--guard").Lines;
            Assert.All(result.Lines.Except(program), line => Assert.InRange(line.Length, 1, columns));
        }
    }

    [Fact]
    public void Timeline_WithoutUnicode_IsAscii() =>
        Assert.All(Command.RunVirtual("--all", "--timeline").Output, character => Assert.InRange(character, '\n', '~'));

    [Fact]
    public void Timeline_InColour_DiffersInNothingElse()
    {
        string[] arguments = ["--clock", "virtual", "--all", "--timeline"];

        string plain = Command.RunOn(new Display { Unicode = true }, arguments).Output;
        string coloured = Command.RunOn(new Display { Unicode = true, Colour = true }, arguments).Output;

        Assert.Contains('\e', coloured);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, @"\e\[[0-9;]*m", string.Empty));
    }

    [Fact]
    public void Timeline_OfBlockingTasks_ShowsWhoWasBlockedAndWhoStarved()
    {
        CommandResult result = Command.RunVirtual("--part", "concurrent", "--timeline", "--blocking");

        AssertLine(result, "BlockingTask C", "starved 3 s, blocks 3 s");
        AssertLine(result, "took 6.0 s", "had to take 3.0 s");
    }

    [Theory]
    [InlineData("coroutine")]
    [InlineData("task")]
    public void Timeline_OfTheFirstCompleted_ShowsWhatGoesOn(string dialect)
    {
        CommandResult result = Command.RunVirtual("--part", "concurrent", "--timeline", "--first-completed", "--dialect", dialect);

        Assert.Equal(2, result.Lines.Count(line => line.Contains("pending", StringComparison.Ordinal)));
    }

    [Fact]
    public void Timeline_OfAPartThatFailed_GoesOnWithTheSiblings()
    {
        CommandResult result = Command.RunVirtual("--part", "concurrent", "--timeline", "--fail", "B");

        AssertLine(result, "Concurrent", "took 3.0 s");
        AssertLine(result, "FailingTask B", "failed");
    }

    private static void AssertLine(CommandResult result, params string[] words) => Assert.Contains(
        result.Lines, line => words.All(word => line.Contains(word, StringComparison.Ordinal)));
}
