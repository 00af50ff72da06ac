using AsyncBasics.Course;

namespace AsyncBasics.Cli.Tests;

public sealed class ExerciseFolderTests : IDisposable
{
    private readonly ScratchFolder _folder = new();
    private readonly Exercise _exercise = CourseFinder.Lesson(course: null, lesson: null).Exercises[0];

    private string Mine => _folder.File("mine");

    private string File => Path.Combine(Mine, $"{_exercise.Id}.cs");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Next_PutsTheStarterThere_Once()
    {
        Run("", "exercise", "next");
        Assert.Equal(_exercise.Starter.Text, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));

        System.IO.File.WriteAllText(File, "// mine");
        CommandResult again = Run("", "exercise", "next");

        Assert.Equal("// mine", System.IO.File.ReadAllText(File));
        Assert.Contains("begun before", again.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\n")]
    [InlineData("n\n")]
    [InlineData("")]
    public void Reset_WithoutAYes_LeavesTheLearnersFileAlone(string answer)
    {
        Begin("// mine");

        Run(answer, "exercise", "reset", "1");

        Assert.Equal("// mine", System.IO.File.ReadAllText(File));
    }

    [Theory]
    [InlineData("y\n")]
    [InlineData("", "--yes")]
    public void Reset_WithAYes_KeepsTheLearnersFileUnderAnotherName(string answer, params string[] options)
    {
        Begin("// first");
        Run(answer, ["exercise", "reset", "1", .. options]);
        System.IO.File.WriteAllText(File, "// second");
        Run(answer, ["exercise", "reset", "1", .. options]);

        Assert.Equal(_exercise.Starter.Text, System.IO.File.ReadAllText(File).ReplaceLineEndings("\n"));
        Assert.Equal("// first", System.IO.File.ReadAllText($"{File}.old-1"));
        Assert.Equal("// second", System.IO.File.ReadAllText($"{File}.old-2"));
    }

    [Fact]
    public void Hint_AskedAgainAndAgain_ClimbsTheLadder()
    {
        string[] hints = [.. Enumerable.Range(0, 4).Select(_ => Run("", "exercise", "hint", "1").Output)];

        Assert.Contains("Hint 1 of 3", hints[0], StringComparison.Ordinal);
        Assert.Contains("Hint 2 of 3", hints[1], StringComparison.Ordinal);
        Assert.Contains("Hint 3 of 3", hints[2], StringComparison.Ordinal);
        Assert.Equal(hints[2], hints[3]);
        Assert.Contains("async-basics exercise solution 01-first-coroutine", hints[2], StringComparison.Ordinal);
    }

    [Fact]
    public void Solution_BeforeItIsPassed_AsksFirst()
    {
        Assert.DoesNotContain("A solution", Run("\n", "exercise", "solution", "1").Output, StringComparison.Ordinal);
        Assert.Contains("A solution", Run("y\n", "exercise", "solution", "1").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfALoopWithoutEnd_EndsAllTheSame_AndTellsTheLine()
    {
        Begin("while (true)\n{\n}\n");

        CommandResult check = Run("", "exercise", "check", "1");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("The program does not come to its end.", check.Output, StringComparison.Ordinal);
        // How fast the machine is decides which of the two limits comes first.
        Assert.Matches(@"Measured: The program was stopped after (5 s of real time|200,000,000 steps) \(line 1\)\.", check.Output);
    }

    [Fact]
    public void Check_OfAProgramThatKillsItsProcess_Survives()
    {
        Begin("System.Environment.FailFast(\"gone\");\n");

        CommandResult check = Run("", "exercise", "check", "1");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("✗ 01-first-coroutine is not there yet.", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_OfAProgramThatDoesNotCompile_QuotesTheCompiler()
    {
        Begin("await Toast(;\n");

        CommandResult check = Run("", "exercise", "check", "1");

        Assert.Equal(1, check.ExitCode);
        Assert.Contains("The program does not compile yet.", check.Output, StringComparison.Ordinal);
        Assert.Contains("Measured: Line 1: ", check.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_ChecksAtEachSave_WithTheNextHintForTheSameMistake()
    {
        Begin("System.Console.WriteLine(1);\n");

        // The first check comes by itself, r asks for another; then the input ends.
        CommandResult watched = Run("r\n", "exercise", "watch", "1");

        Assert.Equal(0, watched.ExitCode);
        Assert.Equal(2, watched.Output.Split("✗ 01-first-coroutine is not there yet.").Length - 1);
        Assert.Contains("Hint 1 of 3", watched.Output, StringComparison.Ordinal);
        Assert.Contains("Hint 2 of 3", watched.Output, StringComparison.Ordinal);
        Assert.EndsWith("Go on with: async-basics exercise\n", watched.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Watch_ChecksWhenTheFileIsSaved()
    {
        Begin("System.Console.WriteLine(1);\n");
        using var output = new StringWriter { NewLine = "\n" };
        TextWriter shown = TextWriter.Synchronized(output);
        var saver = new Saver(() => System.IO.File.WriteAllText(File, "System.Console.WriteLine(2);\n"), () => Checks(Text()));
        var terminal = new Terminal { Out = shown, Error = TextWriter.Null, In = saver, Unicode = true };

        EntryCommand.Run(["exercise", "watch", "1", "--data", _folder.Path, "--dir", Mine], terminal);

        Assert.Equal(2, Checks(Text()));

        string Text()
        {
            // It locks itself for each call.
            lock (shown)
            {
                return output.ToString();
            }
        }
    }

    private static int Checks(string output) => output.Split("✗ 01-first-coroutine is not there yet.").Length - 1;

    private void Begin(string text)
    {
        Directory.CreateDirectory(Mine);
        System.IO.File.WriteAllText(File, text);
    }

    /// <summary>Types nothing: saves after the first check, and ends the input after the second.</summary>
    private sealed class Saver(Action save, Func<int> checks) : TextReader
    {
        public override string? ReadLine()
        {
            SpinWait.SpinUntil(() => checks() >= 1, TimeSpan.FromSeconds(30));
            save();
            SpinWait.SpinUntil(() => checks() >= 2, TimeSpan.FromSeconds(30));
            return null;
        }
    }

    private CommandResult Run(string input, params string[] arguments) =>
        Command.RunOn(new Display { Input = input, Unicode = true }, [.. arguments, "--data", _folder.Path, "--dir", Mine]);
}
