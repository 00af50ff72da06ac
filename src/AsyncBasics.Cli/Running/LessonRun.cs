namespace AsyncBasics.Cli;

/// <summary>One run of the command: the parts of the program, one after another, on one loop.</summary>
internal sealed class LessonRun(Settings settings, Terminal terminal)
{
    /// <returns>The exit code.</returns>
    public int Execute()
    {
        using LiveScreen? live = settings.Live ? new LiveScreen(terminal) : null;
        Screen screen = live ?? new Screen(terminal);
        Pictures? pictures = settings.Timeline || settings.Live ? new Pictures(settings, terminal, screen) : null;
        var reports = new Reports(screen);
        using var runner = new Runner(new EventLoopOptions
        {
            Clock = settings.VirtualClock ? new VirtualClock() : new RealClock(),
            Observer = pictures?.Recorder,
            OnReport = reports.Print,
            // So that the report of a forgotten await also says where it is.
            Debug = settings.ForgetAwait,
        });
        using var interruption = new Interruption(runner.Loop, screen);
        reports.IsInterrupted = () => interruption.IsRequested;
        TextWriter console = Console.Out;
        using var output = new ProgramOutput(screen);
        TimeProvider clock = LessonTask.Clock;
        Console.SetOut(output);
        LessonTask.Clock = runner.Loop.TimeProvider;
        try
        {
            RunParts(new PartRun(settings, runner.Loop, interruption, pictures), interruption);
        }
        finally
        {
            LessonTask.Clock = clock;
            Console.SetOut(console);
        }

        if (!interruption.IsByUser)
        {
            return ExitCodes.Success;
        }

        screen.WriteError($"Ctrl+C {interruption.Story ?? "came when all was done"}.");
        return ExitCodes.Interrupted;
    }

    private void RunParts(PartRun parts, Interruption interruption)
    {
        if (settings.Experiment is { } experiment)
        {
            parts.Run(experiment);
            return;
        }

        bool first = true;
        foreach (LessonPart part in settings.Parts)
        {
            if (interruption.IsRequested)
            {
                return;
            }

            if (!first)
            {
                Console.WriteLine();
            }

            parts.Run(part);
            first = false;
        }
    }
}
