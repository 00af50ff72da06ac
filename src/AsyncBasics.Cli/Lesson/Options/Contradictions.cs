namespace AsyncBasics.Cli;

/// <summary>Options that make no sense together.</summary>
internal static class Contradictions
{
    private static readonly (Func<Settings, bool> Holds, string Sentence)[] s_table =
    [
        (s => s.NestedRun && s.ForgetAwait,
            "--nested-run and --forget-await are two experiments: choose one."),
        (s => s.Guard && s.Failing.Count == 0,
            "--guard catches the error of a task that fails: name one with --fail NAME."),
        (s => s.ReturnExceptions && s.Failing.Count == 0,
            "--return-exceptions returns the error of a task that fails: name one with --fail NAME."),
        (s => s.ReturnExceptions && s.Guard,
            "With --guard no error gets as far as gather, so --return-exceptions has nothing to return: choose one."),
        (s => s.ReturnExceptions && s.FirstCompleted,
            "--return-exceptions is a choice that gather has, and --first-completed replaces gather: choose one."),
        (s => s.ReturnExceptions && s.Part is LessonPart.Sequential or LessonPart.CreateTask,
            "--return-exceptions is a choice that gather has: it goes with --part concurrent."),
        (s => s.FirstCompleted && s.Part is LessonPart.Sequential or LessonPart.CreateTask,
            "--first-completed replaces gather: it goes with --part concurrent."),
        (s => s.FirstCompleted && s.All,
            "--first-completed leaves tasks pending, and they would run on into the third part: leave out --all."),
        (s => s.Live && s.VirtualClock,
            "--live shows time passing, and --clock virtual lets it pass at once: choose one."),
    ];

    private static readonly (string Name, Func<Settings, bool> IsGiven)[] s_aboutParts =
    [
        ("--part", s => s.Part is not null),
        ("--all", s => s.All),
        ("--blocking", s => s.Blocking),
        ("--fail", s => s.Failing.Count > 0),
        ("--return-exceptions", s => s.ReturnExceptions),
        ("--guard", s => s.Guard),
        ("--first-completed", s => s.FirstCompleted),
    ];

    /// <exception cref="UsageException">Two options contradict each other; it names them.</exception>
    public static void Check(Settings settings)
    {
        if (settings.Experiment is not null)
        {
            CheckExperiment(settings);
        }

        foreach ((Func<Settings, bool> holds, string sentence) in s_table)
        {
            if (holds(settings))
            {
                throw new UsageException(sentence);
            }
        }
    }

    private static void CheckExperiment(Settings settings)
    {
        string experiment = settings.NestedRun ? "--nested-run" : "--forget-await";
        foreach ((string name, Func<Settings, bool> isGiven) in s_aboutParts)
        {
            if (isGiven(settings))
            {
                throw new UsageException(
                    $"{experiment} is an experiment of its own, and {name} is about the lesson's parts: choose one.");
            }
        }
    }
}
