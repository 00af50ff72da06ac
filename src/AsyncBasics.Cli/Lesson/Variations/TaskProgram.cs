using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// The lesson's program in plain .NET tasks: <see cref="LessonTask"/> with the variations. It runs on the loop, so that its
/// clock may be a virtual one.
/// </summary>
internal sealed class TaskProgram : LessonProgram
{
    private static readonly TimeSpan s_margin = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_mostPatience = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan s_virtualPatience = TimeSpan.FromSeconds(0.1);

    private readonly TraceRecorder? _recorder;

    /// <summary>Every task that was started: .NET itself keeps no list of those that run.</summary>
    private readonly List<Task> _started = [];

    /// <param name="settings">What the options ask for.</param>
    /// <param name="loop">Where it runs.</param>
    /// <param name="recorder">Told who runs: the loop cannot see native tasks by itself.</param>
    /// <param name="interrupted">Cancelled when the run is to end early.</param>
    public TaskProgram(Settings settings, EventLoop loop, TraceRecorder? recorder, CancellationToken interrupted)
        : base(settings, loop, interrupted)
    {
        _recorder = recorder;
        LessonTask.Clock = loop.TimeProvider;
    }

    public override int Unfinished => _started.Count(task => !task.IsCompleted);

    public override MainRun Start(LessonPart part)
    {
        Future<string[]?> main = NativeMain.Start(Loop, () => InLane(Name(part), () => Run(part)));
        return new MainRun(main, () => main.Result);
    }

    public override MainRun Start(Experiment experiment)
    {
        Future<string[]?> main = NativeMain.Start(Loop, () => InLane(Name(experiment), () => Run(experiment)));
        return new MainRun(main, () => null);
    }

    public override IReadOnlyList<Future> AwaitUnfinished() =>
        [.. _started.Where(task => !task.IsCompleted).Select(task => NativeMain.Start(Loop, () => Ended(task)))];

    public override string DescribeCancelled() => Unfinished == 0
        ? "the main task"
        : $"the main task, which leaves {Words.Others(Unfinished)} unfinished: .NET cancels no task without a token";

    private async Task<string[]?> Run(LessonPart part)
    {
        switch (part)
        {
            case LessonPart.Sequential:
                await LessonTask.Sequential(Starts());
                return null;
            case LessonPart.CreateTask:
                return await LessonTask.UsingStartedTasks(Starts());
            case LessonPart.Concurrent when Settings.FirstCompleted:
                await TaskVariations.WaitForTheFirst([.. Settings.Tasks.Select(task => (task.Name, Start(task)))]);
                return null;
            case LessonPart.Concurrent when Settings.ReturnExceptions:
                await TaskVariations.ConcurrentOutcomes(Starts());
                return null;
            default:
                return await LessonTask.Concurrent(Starts());
        }
    }

    private async Task<string[]?> Run(Experiment experiment)
    {
        await (experiment == Experiment.NestedRun
            ? TaskVariations.NestedRun(Settings.Tasks[0], Starts()[0], Patience(Settings.Tasks[0]))
            : TaskVariations.ForgottenAwait([.. Settings.Tasks.Zip(Starts())]));
        return null;
    }

    private Func<Task<string>>[] Starts() => [.. Settings.Tasks.Select(Start)];

    private Func<Task<string>> Start(TaskSpec task) => () =>
    {
        Task<string> started = Settings.Guard
            ? InLane($"GuardedTask {task.Name}", () => TaskVariations.GuardedTask(task.Name, () => Begin(task)))
            : Begin(task);
        _started.Add(started);
        return started;
    };

    private Task<string> Begin(TaskSpec task)
    {
        (string name, double seconds) = task;
        Action<double>? blockingSleep = Settings.Blocking ? BlockingSleep : null;
        if (Settings.Failing.Contains(name))
        {
            return InLane($"FailingTask {name}", () => TaskVariations.FailingTask(name, seconds, blockingSleep));
        }

        return blockingSleep is null
            ? InLane($"DoTask {name}", () => LessonTask.DoTask(name, seconds))
            : InLane($"BlockingTask {name}", () => TaskVariations.BlockingTask(name, seconds, blockingSleep));
    }

    private Task<T> InLane<T>(string name, Func<Task<T>> body) => _recorder is null ? body() : _recorder.Lane(name, body);

    private static async Task<bool> Ended(Task task)
    {
        await task.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        return true;
    }

    /// <summary>How long a blocked thread waits in vain: longer than the task takes, where that is bearable.</summary>
    private TimeSpan Patience(TaskSpec task)
    {
        TimeSpan enough = TimeSpan.FromSeconds(task.Seconds) + s_margin;
        return Settings.VirtualClock ? s_virtualPatience : enough < s_mostPatience ? enough : s_mostPatience;
    }
}
