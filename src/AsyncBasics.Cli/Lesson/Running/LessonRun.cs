using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>One run of the command: the parts of the program, one after another, on one loop.</summary>
/// <param name="settings">What to run.</param>
/// <param name="terminal">Where to show it.</param>
/// <param name="recorder">What is to see the loop; by default only what the pictures need.</param>
internal sealed class LessonRun(Settings settings, Terminal terminal, TraceRecorder? recorder = null)
{
    /// <returns>The exit code.</returns>
    public int Execute()
    {
        using LiveScreen? live = settings.Live ? new LiveScreen(terminal) : null;
        Screen screen = live ?? new Screen(terminal);
        TraceRecorder? watcher = recorder ?? (ShowsPictures ? new TraceRecorder() : null);
        var reports = new Reports(screen);
        using var runner = new Runner(new EventLoopOptions
        {
            Clock = settings.VirtualClock ? new VirtualClock() : new RealClock(),
            Observer = watcher,
            OnReport = reports.Print,
            // So that the report of a forgotten await also says where it is.
            Debug = settings.ForgetAwait,
        });
        using var interruption = new Interruption(runner.Loop, screen);
        reports.IsInterrupted = () => interruption.IsRequested;
        LessonProgram program = settings.Dialect == Dialect.Coroutine
            ? new CoroutineProgram(settings, runner.Loop, interruption.Token)
            : new TaskProgram(settings, runner.Loop, watcher, interruption.Token);
        Pictures? pictures = ShowsPictures ? new Pictures(settings, terminal, screen, watcher!) : null;
        using (ProgramOutput.Capture(screen))
        {
            RunParts(new PartRun(settings, program, runner.Loop, interruption, pictures), interruption);
            // Here and not later: what the tasks say that are left, and cancelled now, is the program's output too.
            runner.Dispose();
        }

        if (interruption.ExitCode is > 0 and var exitCode)
        {
            string what = exitCode == ExitCodes.Interrupted ? "Ctrl+C" : "Asked to terminate";
            screen.WriteError($"{what} {interruption.Story ?? "when all was done"}.");
            return exitCode;
        }

        return screen.Lost is { } lost ? LostOutput.Report(lost, terminal) : ExitCodes.Success;
    }

    private bool ShowsPictures => settings.Timeline || settings.Live;

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
