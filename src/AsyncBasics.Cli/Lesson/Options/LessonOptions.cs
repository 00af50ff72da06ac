using System.CommandLine;

namespace AsyncBasics.Cli;

/// <summary>The options of the command, and how their values become <see cref="Settings"/>.</summary>
internal sealed class LessonOptions
{
    private static readonly Settings s_defaults = new();

    private readonly Option<bool> _all = OptionKinds.Flag(
        "--all", "Run the third part (create_task) too, and show the results.");
    private readonly Option<string> _part = OptionKinds.Choice<LessonPart>(
        "--part", "Run one part only.");
    private readonly Option<string[]> _tasks = OptionKinds.Repeatable(
        "--task", "NAME=SECONDS", "A task of this name and length; repeat it for more. Replaces A=2, B=1 and C=3.");
    private readonly Option<string> _clock = OptionKinds.Choice<ClockKind>(
        "--clock", "The real clock (default), or a virtual one on which waiting takes no time.");
    private readonly Option<string> _dialect = OptionKinds.Choice<Dialect>(
        "--dialect", "The program in the loop's coroutines (default), or its twin in plain .NET tasks.");
    private readonly Option<bool> _blocking = OptionKinds.Flag(
        "--blocking", "Break it: the tasks sleep without letting the others run.");
    private readonly Option<string[]> _fail = OptionKinds.Repeatable(
        "--fail", "NAME", "Break it: this task raises at its end; repeat it for more.");
    private readonly Option<bool> _returnExceptions = OptionKinds.Flag(
        "--return-exceptions", "With --fail: gather returns the error as a result.");
    private readonly Option<bool> _guard = OptionKinds.Flag(
        "--guard", "With --fail: each task catches its own error.");
    private readonly Option<bool> _firstCompleted = OptionKinds.Flag(
        "--first-completed", "Wait for the first task in place of gather, and say which are pending.");
    private readonly Option<bool> _nestedRun = OptionKinds.Flag(
        "--nested-run", "Break it: start a loop inside the running loop.");
    private readonly Option<bool> _forgetAwait = OptionKinds.Flag(
        "--forget-await", "Break it: call the tasks without await.");
    private readonly Option<bool> _precise = OptionKinds.Flag(
        "--precise", "Print the measured time of each part.");
    private readonly Option<bool> _timeline = OptionKinds.Flag(
        "--timeline", "Draw a lane for every task after each part.");
    private readonly Option<bool> _live = OptionKinds.Flag(
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

    public RootCommand Command { get; }

    private Option[] All =>
    [
        _all, _part, _tasks, _clock, _dialect, _blocking, _fail, _returnExceptions, _guard, _firstCompleted, _nestedRun,
        _forgetAwait, _precise, _timeline, _live,
    ];

    /// <exception cref="UsageException">A value makes no sense, or two options contradict each other.</exception>
    public Settings Read(ParseResult parsed)
    {
        IReadOnlyList<TaskSpec> tasks = parsed.GetValue(_tasks) is { Length: > 0 } given
            ? TaskArguments.Parse(given)
            : s_defaults.Tasks;
        var settings = new Settings
        {
            All = parsed.GetValue(_all),
            Part = parsed.Chosen<LessonPart>(_part),
            Tasks = tasks,
            VirtualClock = parsed.Chosen<ClockKind>(_clock) == ClockKind.Virtual,
            Dialect = parsed.Chosen<Dialect>(_dialect) ?? s_defaults.Dialect,
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
}
