using System.CommandLine;
using System.Globalization;
using AsyncBasics.Course;
using Microsoft.Data.Sqlite;

namespace AsyncBasics.Cli;

/// <summary>A command of the course: it opens the lesson and the learner's progress, and ends well when the answers end.</summary>
internal abstract class LearningCommand : Subcommand
{
    private readonly Option<string> _course = OptionKinds.Valued("--course", "DIR", "The folder of the course: the one that came with this command by default.");
    private readonly Option<string> _lesson = OptionKinds.Valued("--lesson", "LESSON", "The lesson: the first by default.");
    private readonly Option<string> _data = OptionKinds.Valued("--data", "DIR", "The folder for your progress: by default async-basics in your data folder.");
    private readonly DisplayOptions _display = new();
    private readonly Option<string> _seed = OptionKinds.Valued("--seed", "NUMBER", "Shuffle in a way that can be repeated.");

    protected LearningCommand(string name, string description, bool asks = true)
        : base(name, description)
    {
        Options = asks
            ? [_course, _lesson, _data, _seed, .. _display.All]
            : [_course, _lesson, _data, .. _display.All];
    }

    /// <summary>The options that all commands of the course have; a subclass adds them behind its own, so that help shows its own first.</summary>
    protected IReadOnlyList<Option> Options { get; }

    public override int Execute(ParseResult parsed, Terminal terminal)
    {
        CourseLesson lesson = CourseFinder.Lesson(parsed.GetValue(_course), parsed.GetValue(_lesson));
        using ProgressStore store = ProgressStore.Open(DataFolder.Open(parsed.GetValue(_data)), terminal.Error.WriteLine);
        var talk = new Conversation(_display.Apply(parsed, terminal));
        try
        {
            return Teach(new LearningSession(lesson, store, talk, TimeProvider.System, Seed(parsed)), parsed);
        }
        catch (InputEndedException)
        {
            talk.Say();
            talk.Say("That is where we stop; everything you answered is saved.");
            talk.Say($"Go on with: {GoOnWith}");
            return ExitCodes.Success;
        }
        catch (LabFailedException failed)
        {
            terminal.Error.WriteLine(failed.Message);
            terminal.Error.WriteLine(failed.Details);
            return ExitCodes.Failure;
        }
        catch (SqliteException wrong)
        {
            terminal.Error.WriteLine(
                $"What you did last could not be saved in {store.FilePath} ({wrong.Message.TrimEnd('.')}); everything before is there.");
            return ExitCodes.Failure;
        }
    }

    /// <summary>What to type to go on.</summary>
    protected virtual string GoOnWith => $"async-basics {Command.Name}";

    /// <returns>The exit code.</returns>
    protected abstract int Teach(LearningSession session, ParseResult parsed);

    protected void Add(params IEnumerable<Symbol> symbols)
    {
        foreach (Symbol symbol in symbols)
        {
            switch (symbol)
            {
                case Argument argument:
                    Command.Arguments.Add(argument);
                    break;
                case Option option:
                    Command.Options.Add(option);
                    break;
                default:
                    throw new ArgumentException("Only arguments and options are added here.", nameof(symbols));
            }
        }
    }

    /// <summary>An argument that may be left out, with completions out of the course that came with the command.</summary>
    protected static Argument<string> Optional(string name, string description, Func<CourseLesson, IEnumerable<string>> ids)
    {
        var argument = new Argument<string>(name) { Description = description, HelpName = name.ToUpperInvariant(), Arity = ArgumentArity.ZeroOrOne };
        argument.CompletionSources.Add(_ => CourseFinder.Load(null).Lessons.SelectMany(ids).Select(id => new System.CommandLine.Completions.CompletionItem(id)));
        return argument;
    }

    private int? Seed(ParseResult parsed)
    {
        if (!Options.Contains(_seed) || parsed.GetValue(_seed) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new UsageException($"--seed {Quoting.Shown(text)}: write a whole number, such as --seed 1.");
    }
}
