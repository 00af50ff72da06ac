namespace AsyncBasics.Cli;

/// <summary>The lesson's program in coroutines: <see cref="Lesson"/> with the variations.</summary>
internal sealed class CoroutineProgram(Settings settings, EventLoop loop, CancellationToken interrupted)
    : LessonProgram(settings, loop, interrupted)
{
    private LoopTask? _main;

    public override int Unfinished => Asyncio.AllTasks(Loop).Count(task => task != _main);

    public override MainRun Start(LessonPart part)
    {
        LoopTask<string[]?> main = Loop.CreateTask(Run(part), "main");
        _main = main;
        return new MainRun(main, () => main.Result);
    }

    public override MainRun Start(Experiment experiment)
    {
        _main = Loop.CreateTask(Run(experiment), "main");
        return new MainRun(_main, () => null);
    }

    public override IReadOnlyList<Future> AwaitUnfinished() => Asyncio.AllTasks(Loop);

    public override string DescribeCancelled() =>
        Unfinished == 0 ? "the main task" : $"the main task and {Words.Others(Unfinished)}";

    // The coroutines are made in here and not by the caller, so that one that is never awaited is reported when this ends.
    private async Coroutine<string[]?> Run(LessonPart part)
    {
        switch (part)
        {
            case LessonPart.Sequential:
                await Lesson.Sequential(Tasks());
                return null;
            case LessonPart.CreateTask:
                return await Lesson.UsingCreateTask(Tasks());
            case LessonPart.Concurrent when Settings.FirstCompleted:
                await CoroutineVariations.WaitForTheFirst([.. Settings.Tasks.Select(task => (task.Name, Make(task)))]);
                return null;
            case LessonPart.Concurrent when Settings.ReturnExceptions:
                await CoroutineVariations.ConcurrentOutcomes(Tasks());
                return null;
            default:
                return await Lesson.Concurrent(Tasks());
        }
    }

    private Coroutine Run(Experiment experiment) => experiment == Experiment.NestedRun
        ? CoroutineVariations.NestedRun(Settings.Tasks[0])
        : CoroutineVariations.ForgottenAwait(Settings.Tasks);

    private Coroutine<string>[] Tasks() => [.. Settings.Tasks.Select(Make)];

    private Coroutine<string> Make(TaskSpec task)
    {
        (string name, double seconds) = task;
        Action<double>? blockingSleep = Settings.Blocking ? BlockingSleep : null;
        Coroutine<string> made =
            Settings.Failing.Contains(name) ? CoroutineVariations.FailingTask(name, seconds, blockingSleep)
            : blockingSleep is not null ? CoroutineVariations.BlockingTask(name, seconds, blockingSleep)
            : Lesson.DoTask(name, seconds);
        return Settings.Guard ? CoroutineVariations.GuardedTask(name, made) : made;
    }
}
