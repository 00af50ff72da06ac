namespace AsyncBasics.Cli;

/// <summary>Runs a part of the program as the loop's main task, and says how it went.</summary>
internal sealed class PartRun(
    Settings settings, LessonProgram program, EventLoop loop, Interruption interruption, Pictures? pictures)
{
    public void Run(LessonPart part) => Run(program.Start(part), program.Name(part), ShowsResults(part));

    public void Run(Experiment experiment) =>
        Run(program.Start(experiment), LessonProgram.Name(experiment), showsResults: false);

    private bool ShowsResults(LessonPart part) => settings.All || settings.Guard || part == LessonPart.CreateTask;

    private void Run(MainRun main, string name, bool showsResults)
    {
        TimeSpan took;
        using (pictures?.Begin(name))
        {
            took = RunToEnd(main.Future);
            if (main.Future.State == FutureState.Failed)
            {
                string seconds = Lesson.Seconds(Math.Round(took.TotalSeconds));
                Console.WriteLine($"{name} failed after ~{seconds}: {main.Future.Exception!.Message}");
                AwaitUnfinished();
            }
        }

        if (showsResults && main.Future.State == FutureState.Succeeded && main.Results() is { } results)
        {
            Console.WriteLine($"Results: {Lesson.List(results)}");
        }

        if (settings.Precise && !main.Future.Cancelled)
        {
            Console.WriteLine($"{name} measured: {took.TotalSeconds:0.000} seconds");
        }

        pictures?.Show();
    }

    private void AwaitUnfinished()
    {
        if (program.Unfinished == 0)
        {
            return;
        }

        Console.WriteLine($"Still running: {Words.Tasks(program.Unfinished)}; an error cancels no sibling");
        foreach (Future unfinished in program.AwaitUnfinished())
        {
            RunToEnd(unfinished);
        }
    }

    /// <returns>How long it took on the loop's clock.</returns>
    private TimeSpan RunToEnd(Future main)
    {
        TimeSpan start = loop.Time;
        interruption.Watch(main, program.DescribeCancelled);
        loop.RunUntilComplete(main);
        return loop.Time - start;
    }
}
