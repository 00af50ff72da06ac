namespace AsyncBasics.Cli.Tests;

/// <summary>A command line that makes no sense gets one sentence on standard error, and exit code 2.</summary>
public sealed class BadInputTests
{
    [Theory]
    [InlineData("There is no option --frobnicate: --help lists them.", "--frobnicate")]
    [InlineData("There is no option --tiemline: did you mean --timeline?", "--tiemline")]
    [InlineData("There is no option --first: did you mean --first-completed?", "--first")]
    [InlineData("There is no option --prat: did you mean --part?", "--prat=concurrent")]
    [InlineData("There is no option -x: --help lists them.", "-x")]
    [InlineData("There is nothing to do with 'foo': --help lists the options.", "foo")]
    [InlineData("There is nothing to do with '': --help lists the options.", "")]
    [InlineData("There is nothing to do with '@file': --help lists the options.", "@file")]
    [InlineData("There is nothing to do with 'foo': --help lists the options.", "--", "foo")]
    [InlineData("There is nothing to do with 'yes': --help lists the options.", "--all", "yes")]
    [InlineData("--task needs a value: --task NAME=SECONDS.", "--task")]
    [InlineData("--task needs a value: --task NAME=SECONDS.", "--task", "--all")]
    [InlineData("--fail needs a value: --fail NAME.", "--fail")]
    [InlineData("--part needs a value: --part sequential|concurrent|create-task.", "--part", "--all")]
    [InlineData("--part needs a value: --part sequential|concurrent|create-task.", "--part")]
    [InlineData("--clock needs a value: --clock real|virtual.", "--all", "--clock")]
    [InlineData("--dialect needs a value: --dialect coroutine|task.", "--dialect")]
    [InlineData("--part third: there is no such choice; choose sequential, concurrent or create-task.", "--part", "third")]
    [InlineData("--part seq: there is no such choice; did you mean sequential?", "--part", "seq")]
    [InlineData("--part Concurrent: there is no such choice; did you mean concurrent?", "--part", "Concurrent")]
    [InlineData("--clock fake: there is no such choice; choose real or virtual.", "--clock", "fake")]
    [InlineData("--dialect tasks: there is no such choice; did you mean task?", "--dialect", "tasks")]
    [InlineData("--clock is given more than once: choose one of real and virtual.", "--clock", "real", "--clock", "virtual")]
    [InlineData("--task A: the seconds are missing; write for example --task A=1.5.", "--task", "A")]
    [InlineData("--task =2: the name is missing; write for example --task A=1.5.", "--task", "=2")]
    [InlineData("--task  =2: the name is missing; write for example --task A=1.5.", "--task", " =2")]
    [InlineData("--task A=: the seconds are missing; write for example --task A=1.5.", "--task", "A=")]
    [InlineData("--task A=x: 'x' is not a number of seconds; write for example --task A=1.5.", "--task", "A=x")]
    [InlineData("--task A=1=2: '1=2' is not a number of seconds; write for example --task A=1.5.", "--task", "A=1=2")]
    [InlineData("--task A= 1: ' 1' is not a number of seconds; write for example --task A=1.5.", "--task", "A= 1")]
    [InlineData("--task A=1,5: '1,5' is not a number of seconds; write the fraction with a point, as in 1.5.", "--task", "A=1,5")]
    [InlineData("--task A=0x10: '0x10' is not a number of seconds; write for example --task A=1.5.", "--task", "A=0x10")]
    [InlineData("--task A=NaN: 'NaN' is not a number of seconds; write for example --task A=1.5.", "--task", "A=NaN")]
    [InlineData("--task A=-1: a task cannot take negative time; use 0 or more seconds.", "--task", "A=-1")]
    [InlineData("--task A=-0: a task cannot take negative time; use 0 or more seconds.", "--task", "A=-0")]
    [InlineData("--task A=1e300: that is too long; use at most 1000000 seconds.", "--task", "A=1e300")]
    [InlineData("--task A=1e999: that is too long; use at most 1000000 seconds.", "--task", "A=1e999")]
    [InlineData("--task A=1e-9: that is too short to measure; use 0, or at least 0.001 seconds.", "--task", "A=1e-9")]
    [InlineData("--task A=2: there is a task A already; give each a name of its own.", "--task", "A=1", "--task", "A=2")]
    [InlineData("--task A<U+001B>=1: the name holds characters that cannot be shown; use letters and digits.", "--task", "A\e=1")]
    [InlineData("--task A<U+202E>B=1: the name holds characters that cannot be shown; use letters and digits.", "--task", "A\u202eB=1")]
    [InlineData("--fail D: there is no task of this name; choose one of A, B, C.", "--fail", "D")]
    [InlineData("--fail A: there is no task of this name; choose one of X.", "--task", "X=1", "--fail", "A")]
    public void Run_WithACommandLineThatMakesNoSense_SaysSoInOneSentence(string sentence, params string[] arguments)
    {
        CommandResult result = Command.Run(arguments);

        Assert.Equal(sentence + "\n", result.Error);
        Assert.Equal(string.Empty, result.Output);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public void Task_WithANameOfAbsurdLength_DoesNotFillTheScreen()
    {
        CommandResult result = Command.Run("--task", new string('x', 100_000) + "=1");

        Assert.Equal(2, result.ExitCode);
        Assert.True(result.Error.Length < 200, result.Error);
        Assert.Contains("the name has 100000 characters, and at most 40 will do", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Task_WithNamesFromOtherAlphabets_Works()
    {
        CommandResult result = Command.RunVirtual("--part", "concurrent", "--task", "Wäsche=1", "--task", "卵=2");

        Assert.Contains("  Task 卵 done after 2 seconds", result.Lines);
    }

    [Theory]
    [InlineData("--nested-run", "--forget-await")]
    [InlineData("--nested-run", "--part", "concurrent")]
    [InlineData("--nested-run", "--all")]
    [InlineData("--nested-run", "--blocking")]
    [InlineData("--nested-run", "--first-completed")]
    [InlineData("--nested-run", "--fail", "A")]
    [InlineData("--forget-await", "--part", "sequential")]
    [InlineData("--forget-await", "--all")]
    [InlineData("--forget-await", "--guard", "--fail", "A")]
    [InlineData("--guard")]
    [InlineData("--return-exceptions")]
    [InlineData("--fail", "A", "--return-exceptions", "--guard")]
    [InlineData("--fail", "A", "--return-exceptions", "--first-completed")]
    [InlineData("--fail", "A", "--return-exceptions", "--part", "sequential")]
    [InlineData("--fail", "A", "--return-exceptions", "--part", "create-task")]
    [InlineData("--first-completed", "--part", "sequential")]
    [InlineData("--first-completed", "--part", "create-task")]
    [InlineData("--first-completed", "--all")]
    [InlineData("--live", "--clock", "virtual")]
    public void Run_WithOptionsThatContradictEachOther_NamesBoth(params string[] arguments)
    {
        CommandResult result = Command.RunOn(new Display { IsInteractive = true }, arguments);

        Assert.Equal(2, result.ExitCode);
        Assert.Equal(string.Empty, result.Output);
        Assert.EndsWith(".\n", result.Error, StringComparison.Ordinal);
        Assert.Single(result.Error.TrimEnd('\n').Split('\n'));
        string lastOption = arguments.Last(argument => argument.StartsWith("--", StringComparison.Ordinal));
        Assert.Contains(lastOption, result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Live_WithoutATerminal_SaysThatItNeedsOne()
    {
        CommandResult result = Command.Run("--live");

        Assert.Equal("--live needs a terminal whose cursor can be moved: use --timeline where there is none.\n", result.Error);
        Assert.Equal(2, result.ExitCode);
    }

    [Fact]
    public void Help_WhateverElseIsWrong_ListsEveryOption()
    {
        CommandResult result = Command.Run("--help", "--frobnicate");

        Assert.Equal(0, result.ExitCode);
        string[] options =
        [
            "--all", "--part", "--task", "--clock", "--dialect", "--blocking", "--fail", "--return-exceptions", "--guard",
            "--first-completed", "--nested-run", "--forget-await", "--precise", "--timeline", "--live", "--help", "--version",
        ];
        Assert.All(options, option => Assert.Contains(option, result.Output, StringComparison.Ordinal));
    }
}
