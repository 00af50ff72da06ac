using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary>The options of the command, and how their values become <see cref="Settings"/>.</summary>
internal sealed class LessonOptions
{
    private static readonly Settings s_defaults = new();

    private readonly Option<bool> _all = Flag(
        "--all", "Run the third part (create_task) too, and show the results.");
    private readonly Option<string> _part = Choice<LessonPart>(
        "--part", "Run one part only.");
    private readonly Option<string[]> _tasks = Repeatable(
        "--task", "NAME=SECONDS", "A task of this name and length; repeat it for more. Replaces A=2, B=1 and C=3.");
    private readonly Option<string> _clock = Choice<ClockKind>(
        "--clock", "The real clock (default), or a virtual one on which waiting takes no time.");
    private readonly Option<string> _dialect = Choice<Dialect>(
        "--dialect", "The program in the loop's coroutines (default), or its twin in plain .NET tasks.");
    private readonly Option<bool> _blocking = Flag(
        "--blocking", "Break it: the tasks sleep without letting the others run.");
    private readonly Option<string[]> _fail = Repeatable(
        "--fail", "NAME", "Break it: this task raises at its end; repeat it for more.");
    private readonly Option<bool> _returnExceptions = Flag(
        "--return-exceptions", "With --fail: gather returns the error as a result.");
    private readonly Option<bool> _guard = Flag(
        "--guard", "With --fail: each task catches its own error.");
    private readonly Option<bool> _firstCompleted = Flag(
        "--first-completed", "Wait for the first task in place of gather, and say which are pending.");
    private readonly Option<bool> _nestedRun = Flag(
        "--nested-run", "Break it: start a loop inside the running loop.");
    private readonly Option<bool> _forgetAwait = Flag(
        "--forget-await", "Break it: call the tasks without await.");
    private readonly Option<bool> _precise = Flag(
        "--precise", "Print the measured time of each part.");
    private readonly Option<bool> _timeline = Flag(
        "--timeline", "Draw a lane for every task after each part.");
    private readonly Option<bool> _live = Flag(
        "--live", "Show the lanes moving while the program runs; needs a terminal.");

    public LessonOptions()
    {
        Command = new RootCommand(
            "Runs the program of the lesson Async Basics: tasks one after another, then together. "
            + "Options change it, break it and fix it.");
        foreach (Option option in All)
        {
            Command.Options.Add(option);
        }
    }

    private enum ClockKind
    {
        Real,
        Virtual,
    }

    public RootCommand Command { get; }

    private Option[] All =>
    [
        _all, _part, _tasks, _clock, _dialect, _blocking, _fail, _returnExceptions, _guard, _firstCompleted, _nestedRun,
        _forgetAwait, _precise, _timeline, _live,
    ];

    /// <exception cref="UsageException">A value makes no sense, or two options contradict each other.</exception>
    public Settings Read(ParseResult parsed)
    {
        ParseErrors.Check(parsed);
        IReadOnlyList<TaskSpec> tasks = parsed.GetValue(_tasks) is { Length: > 0 } given
            ? TaskArguments.Parse(given)
            : s_defaults.Tasks;
        var settings = new Settings
        {
            All = parsed.GetValue(_all),
            Part = Chosen<LessonPart>(parsed, _part),
            Tasks = tasks,
            VirtualClock = Chosen<ClockKind>(parsed, _clock) == ClockKind.Virtual,
            Dialect = Chosen<Dialect>(parsed, _dialect) ?? s_defaults.Dialect,
            Blocking = parsed.GetValue(_blocking),
            Failing = ParseFailing(parsed.GetValue(_fail) ?? [], tasks),
            ReturnExceptions = parsed.GetValue(_returnExceptions),
            Guard = parsed.GetValue(_guard),
            FirstCompleted = parsed.GetValue(_firstCompleted),
            NestedRun = parsed.GetValue(_nestedRun),
            ForgetAwait = parsed.GetValue(_forgetAwait),
            Precise = parsed.GetValue(_precise),
            Timeline = parsed.GetValue(_timeline),
            Live = parsed.GetValue(_live),
        };
        Contradictions.Check(settings);
        return settings;
    }

    private static HashSet<string> ParseFailing(string[] names, IReadOnlyList<TaskSpec> tasks)
    {
        foreach (string name in names)
        {
            if (!tasks.Any(task => task.Name == name))
            {
                throw new UsageException(
                    $"--fail {Quoting.Shown(name)}: there is no task of this name; choose one of {Names(tasks)}.");
            }
        }

        return [.. names];
    }

    private static string Names(IReadOnlyList<TaskSpec> tasks)
    {
        const int Enough = 10;
        string names = string.Join(", ", tasks.Take(Enough).Select(task => task.Name));
        return tasks.Count > Enough ? $"{names}, ..." : names;
    }

    private static T? Chosen<T>(ParseResult parsed, Option<string> option)
        where T : struct, Enum
    {
        if (parsed.GetValue(option) is not { } value)
        {
            return null;
        }

        foreach (T choice in Enum.GetValues<T>())
        {
            if (Word(choice) == value)
            {
                return choice;
            }
        }

        string[] words = Words<T>();
        string advice = DidYouMean.Nearest(value, words) is { } near
            ? $"did you mean {near}?"
            : $"choose {string.Join(", ", words[..^1])} or {words[^1]}.";
        throw new UsageException($"{option.Name} {Quoting.Shown(value)}: there is no such choice; {advice}");
    }

    private static string[] Words<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Word)];

    /// <summary>A choice as it is typed: <c>CreateTask</c> is <c>create-task</c>.</summary>
    private static string Word<T>(T choice)
        where T : struct, Enum
    {
        string name = choice.ToString();
        IEnumerable<string> letters = name.Select((letter, i) => i > 0 && char.IsUpper(letter) ? $"-{letter}" : $"{letter}");
        return string.Concat(letters).ToLowerInvariant();
    }

    private static Option<bool> Flag(string name, string description) =>
        new(name) { Description = description, Arity = ArgumentArity.Zero };

    private static Option<string> Choice<T>(string name, string description)
        where T : struct, Enum
    {
        var option = new Option<string>(name) { Description = description, HelpName = string.Join('|', Words<T>()) };
        option.CompletionSources.Add(Words<T>());
        return option;
    }

    private static Option<string[]> Repeatable(string name, string value, string description) =>
        new(name) { Description = description, HelpName = value, Arity = ArgumentArity.OneOrMore };
}
