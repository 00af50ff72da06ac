namespace AsyncBasics.Cli;

/// <summary>The parts of the lesson's program, in its order.</summary>
internal enum LessonPart
{
    Sequential,
    Concurrent,
    CreateTask,
}

/// <summary>In which of the two worlds the program is written.</summary>
internal enum Dialect
{
    Coroutine,
    Task,
}

/// <summary>A mistake of the lesson that replaces the parts: it shows best alone.</summary>
internal enum Experiment
{
    NestedRun,
    ForgottenAwait,
}

/// <summary>What the command line asks for. Everything has a default: the lesson's program, on the real clock.</summary>
internal sealed record Settings
{
    public IReadOnlyList<TaskSpec> Tasks { get; init; } = [new("A", 2), new("B", 1), new("C", 3)];

    public bool All { get; init; }

    public LessonPart? Part { get; init; }

    public bool VirtualClock { get; init; }

    public Dialect Dialect { get; init; }

    public bool Blocking { get; init; }

    /// <summary>The names of the tasks that raise.</summary>
    public IReadOnlySet<string> Failing { get; init; } = new HashSet<string>();

    public bool ReturnExceptions { get; init; }

    public bool Guard { get; init; }

    public bool FirstCompleted { get; init; }

    public bool NestedRun { get; init; }

    public bool ForgetAwait { get; init; }

    public bool Precise { get; init; }

    public bool Timeline { get; init; }

    public bool Live { get; init; }

    /// <summary>The parts to run, unless an <see cref="Experiment"/> takes their place.</summary>
    public IReadOnlyList<LessonPart> Parts => Part is { } one ? [one]
        : All ? [LessonPart.Sequential, LessonPart.Concurrent, LessonPart.CreateTask]
        : [LessonPart.Sequential, LessonPart.Concurrent];

    public Experiment? Experiment => NestedRun ? Cli.Experiment.NestedRun
        : ForgetAwait ? Cli.Experiment.ForgottenAwait
        : null;
}
