namespace AsyncBasics.Cli.Tests;

public sealed class RunUsageTests
{
    [Theory]
    [InlineData("run needs a program: async-basics run FILE.cs.", "run")]
    [InlineData("nowhere.cs: there is no such file.", "run", "nowhere.cs")]
    [InlineData("\"\": there is no such file.", "run", "")]
    [InlineData("nowhere.cs: there is no such file.", "run", "x.cs", "--compare", "nowhere.cs")]
    [InlineData("There is no option --clok: did you mean --clock?", "run", "x.cs", "--clok")]
    [InlineData("--clock slow: there is no such choice; choose real or virtual.", "run", "x.cs", "--clock", "slow")]
    [InlineData("--all is an option of the lesson's program: run has its own, and they come behind it.", "--all", "run", "x.cs")]
    [InlineData("--json took x.cs for the file to write: name the program first, as in run x.cs --json.", "run", "--json", "x.cs")]
    [InlineData("--limit-steps many: write a count such as 1000, 20k or 5M.", "run", "x.cs", "--limit-steps", "many")]
    [InlineData("--limit-memory 0: it has to be more than zero, write a size such as 256M or 1G.", "run", "x.cs", "--limit-memory", "0")]
    [InlineData("--seed x: write a whole number, such as --seed 7.", "run", "x.cs", "--seed", "x")]
    [InlineData("--svg nowhere/x.svg: there is no folder nowhere.", "run", "x.cs", "--svg", "nowhere/x.svg")]
    [InlineData("--perfetto y.cs would overwrite a program: the file to write comes behind --perfetto.", "run", "x.cs", "--perfetto", "y.cs")]
    [InlineData("--width 3: write a number of columns from 20 to 1000, such as --width 100.", "run", "x.cs", "--width", "3")]
    [InlineData("--text tells the picture in words and --quiet leaves it out: choose one.", "run", "x.cs", "--text", "--quiet")]
    [InlineData("--watch waits until a file is saved, and standard input is none: name a file.", "run", "-", "--watch")]
    [InlineData("There is nothing to do with 'rnu': did you mean run?", "rnu", "x.cs")]
    [InlineData("There is nothing to do with 'x.cs': to run a file, write async-basics run x.cs.", "x.cs")]
    public void Run_WrongCommandLine_SaysWhatIsWrongInOneSentence(string sentence, params string[] arguments)
    {
        CommandResult result = Command.Run(arguments);

        Assert.Equal(sentence, result.Error.TrimEnd('\n'));
        Assert.Equal(ExitCodes.Usage, result.ExitCode);
        Assert.Empty(result.Output);
    }

    [Theory]
    [InlineData("run", "async-basics run Program.cs --watch")]
    [InlineData("explain", "async-basics explain AB004")]
    public void Help_EndsWithExamples(string command, string example)
    {
        CommandResult result = Command.Run(command, "--help");

        Assert.Contains($"\n  {example}\n", result.Output[result.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.Equal(ExitCodes.Success, result.ExitCode);
    }
}
