namespace AsyncBasics.Cli;

/// <summary>The lesson's program in one of its dialects, with the variations that the options ask for.</summary>
/// <param name="settings">What the options ask for.</param>
/// <param name="loop">Where it runs.</param>
/// <param name="interrupted">Cancelled when the run is to end early.</param>
internal abstract class LessonProgram(Settings settings, EventLoop loop, CancellationToken interrupted)
{
    protected Settings Settings { get; } = settings;

    protected EventLoop Loop { get; } = loop;

    /// <summary>Starts a part of the program: it runs when the loop does.</summary>
    public abstract MainRun Start(LessonPart part);

    /// <summary>Starts a mistake in place of the parts.</summary>
    public abstract MainRun Start(Experiment experiment);

    /// <summary>How many tasks have been started and have not ended, without the main one.</summary>
    public abstract int Unfinished { get; }

    /// <summary>What to run, one after another, until none of the unfinished tasks is left.</summary>
    public abstract IReadOnlyList<Future> AwaitUnfinished();

    /// <summary>In words, what ends when the main task is cancelled now.</summary>
    public abstract string DescribeCancelled();

    /// <summary>The name of a part in its last line.</summary>
    public string Name(LessonPart part) => part switch
    {
        LessonPart.Sequential => "Sequential",
        LessonPart.CreateTask => "create_task",
        _ => Settings.FirstCompleted ? "First completed" : "Concurrent",
    };

    /// <summary>The name of an experiment in its last line.</summary>
    public static string Name(Experiment experiment) =>
        experiment == Experiment.NestedRun ? "Nested run" : "Forgotten await";

    /// <summary>
    /// The blocking sleep of both dialects: <c>Thread.Sleep</c>, and on a virtual clock what it would be there. The loop cannot
    /// cancel a task that holds it, so after an interruption the task ends here.
    /// </summary>
    protected void BlockingSleep(double seconds)
    {
        interrupted.ThrowIfCancellationRequested();
        Loop.Block(TimeSpan.FromSeconds(seconds));
        interrupted.ThrowIfCancellationRequested();
    }
}

/// <summary>The main task of a part that was started.</summary>
/// <param name="Future">Ends when the part does.</param>
/// <param name="Results">The results of its tasks, when it has succeeded; <see langword="null"/> when it gives none.</param>
internal sealed record MainRun(Future Future, Func<string[]?> Results);
