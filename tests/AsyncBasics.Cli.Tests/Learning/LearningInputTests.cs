namespace AsyncBasics.Cli.Tests;

/// <summary>What learners type, and what becomes of it when it makes no sense.</summary>
public sealed class LearningInputTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("3 1 2", "2 0 1")]
    [InlineData("3,1,2", "2 0 1")]
    [InlineData("312", "2 0 1")]
    [InlineData("1 2", null)]
    [InlineData("1 2 2", null)]
    [InlineData("1 2 4", null)]
    [InlineData("a b c", null)]
    [InlineData("", null)]
    public void ReadOrder_TakesEachNumberOnce(string answer, string? order)
    {
        (int[]? read, string? wrong) = PredictionTalk.ReadOrder(answer, 3);

        Assert.Equal(order, read is null ? null : string.Join(' ', read));
        Assert.Equal(order is null, wrong is not null);
    }

    [Theory]
    [InlineData("4")]
    [InlineData("04")]
    [InlineData("gather")]
    [InlineData("04-g")]
    [InlineData("04-Gather")]
    public void Name_OfAnExercise_MayBeShort(string word) =>
        Assert.Contains("04-gather · Gather", Run("", "exercise", "next", word, "--dir", _folder.File("mine")).Output, StringComparison.Ordinal);

    [Theory]
    [InlineData("a", 0)]
    [InlineData("C", 2)]
    [InlineData("d", null)]
    [InlineData("1", null)]
    [InlineData("", null)]
    public void ReadLetter_TakesALetterOfTheOptions(string answer, int? index)
    {
        (int read, string? wrong) = QuizTalk.ReadLetter(answer, 3);

        Assert.Equal(index, wrong is null ? read : null);
    }

    [Theory]
    [InlineData("quiz", "z", "'z' is no answer: write a letter from a to d.")]
    [InlineData("cards", "\n9", "'9' is no rating: write 1, 2, 3 or 4.")]
    [InlineData("predict three-together", "1 1", "'1 1' is no order: write each number from 1 to 7 once, with spaces between.")]
    public void Answer_FromAPipe_ThatMakesNoSense_EndsWithASentence(string command, string input, string sentence)
    {
        CommandResult result = Run(input + "\n", command.Split(' '));

        Assert.Equal((2, sentence + "\n"), (result.ExitCode, result.Error));
    }

    [Theory]
    [InlineData("")]
    [InlineData("q\n")]
    public void EndOfInput_SaysThatWhatWasAnsweredIsSaved(string input)
    {
        CommandResult result = Run(input, "cards");

        Assert.Equal(0, result.ExitCode);
        Assert.EndsWith("That is where we stop; everything you answered is saved.\nGo on with: async-basics cards\n", result.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void EndOfInput_InTheMiddle_KeepsTheAnswersBefore()
    {
        Run("\n3\n\n4\n", "cards");

        Assert.Contains("card-rated", Run("", "progress", "export").Output, StringComparison.Ordinal);
        Assert.Equal(2, Run("", "progress", "export").Output.Split("card-rated").Length - 1);
    }

    [Theory]
    [InlineData("There is no step 'gatherr': did you mean gather?", "learn", "gatherr")]
    [InlineData("There is no exercise '99': exercise list lists them.", "exercise", "check", "99")]
    [InlineData("There is no group 'x': quiz --list lists them.", "quiz", "x")]
    [InlineData("There is no prediction 'x': predict --list lists them.", "predict", "x")]
    [InlineData("There is no word 'x': glossary lists them.", "glossary", "x")]
    [InlineData("--lesson 9: there is no such lesson; there are 01-async-basics.", "learn", "--lesson", "9")]
    [InlineData("--seed x: write a whole number, such as --seed 1.", "quiz", "--seed", "x")]
    [InlineData("--course /no/such/folder: there is no course in this folder.", "learn", "--course", "/no/such/folder")]
    [InlineData("Say which file: async-basics progress import FILE.", "progress", "import")]
    [InlineData("Say for which shell: async-basics completion bash, zsh or fish.", "completion")]
    [InlineData("There is no script for 'tcsh': choose bash, zsh or fish.", "completion", "tcsh")]
    [InlineData("There is nothing to do with 'frobnicate': --help lists the options.", "exercise", "frobnicate")]
    public void Words_ThatMakeNoSense_AreToldInOneSentence(string sentence, params string[] arguments)
    {
        CommandResult result = arguments[0] == "completion" ? Command.Run(arguments) : Run("", arguments);

        Assert.Equal((2, sentence + "\n"), (result.ExitCode, result.Error));
    }

    [Fact]
    public void Check_OfAnExerciseThatWasNotBegun_SaysHowToBegin()
    {
        CommandResult result = Run("", "exercise", "check", "1", "--dir", _folder.File("mine"));

        Assert.Equal(2, result.ExitCode);
        Assert.EndsWith("async-basics exercise next 01-first-coroutine puts it there.\n", result.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Import_OfWhatWasExported_AddsItOnce()
    {
        Run("\n3\n\n1\n", "cards");
        string file = _folder.File("progress.json");
        Run("", "progress", "export", file);
        string exported = Run("", "progress", "export").Output;
        using var other = new ScratchFolder();

        CommandResult first = Command.RunOn(new Display(), "progress", "import", file, "--data", other.Path);
        CommandResult second = Command.RunOn(new Display(), "progress", "import", file, "--data", other.Path);

        Assert.Equal("2 things that you did added.\n", first.Output);
        Assert.Equal("0 things that you did added; 2 were there already.\n", second.Output);
        Assert.Equal(exported, Command.RunOn(new Display(), "progress", "export", "--data", other.Path).Output);
    }

    [Fact]
    public void Import_OfSomethingElse_SaysSo()
    {
        string file = _folder.File("other.json");
        File.WriteAllText(file, "{}");

        Assert.Equal($"{file} cannot be imported: it is no exported progress.\n", Run("", "progress", "import", file).Error);
    }

    [Theory]
    [InlineData("learn")]
    [InlineData("predict")]
    [InlineData("exercise")]
    [InlineData("exercise list")]
    [InlineData("exercise next")]
    [InlineData("exercise check")]
    [InlineData("exercise watch")]
    [InlineData("exercise hint")]
    [InlineData("exercise solution")]
    [InlineData("exercise reset")]
    [InlineData("quiz")]
    [InlineData("cards")]
    [InlineData("mastery")]
    [InlineData("progress")]
    [InlineData("progress export")]
    [InlineData("progress import")]
    [InlineData("glossary")]
    [InlineData("completion")]
    [InlineData("course check")]
    [InlineData("course mutants")]
    public void Help_OfEachCommand_HasAnExample(string command)
    {
        CommandResult result = Command.Run([.. command.Split(' '), "--help"]);

        Assert.Equal(0, result.ExitCode);
        Assert.Contains("Example", result.Output, StringComparison.Ordinal);
        Assert.Contains($"async-basics {command.Split(' ')[0]}", result.Output, StringComparison.Ordinal);
    }

    private CommandResult Run(string input, params string[] arguments) =>
        Command.RunOn(new Display { Input = input, Unicode = true }, [.. arguments, "--data", _folder.Path]);
}
