namespace AsyncBasics.Lab.Tests.StandIns;

/// <summary>Runs code that calls the stand-ins itself, as a rewritten program would.</summary>
internal static class StageRun
{
    /// <summary>Does what a test does where there are no threads, as in a browser.</summary>
    public static void OnStack(Action test)
    {
        Stage.IsLikeBrowser = true;
        try
        {
            test();
        }
        finally
        {
            Stage.IsLikeBrowser = false;
        }
    }

    /// <summary>Runs an async program; what it wrote, and the virtual seconds that it took.</summary>
    public static StageResult Of(Func<Task> main, RunOptions? options = null) => Run(stage => stage.Run(main), options);

    /// <summary>Runs a program whose entry point is not async.</summary>
    public static StageResult OfSync(Action main, RunOptions? options = null) => Run(stage => stage.Run(main), options);

    /// <summary>Runs a program that does not come to its end; how it ended.</summary>
    public static (RunEndedException Ending, StageResult Result) Ending(Func<Task> main, RunOptions? options = null) =>
        Ending(stage => stage.Run(main), options);

    /// <inheritdoc cref="Ending(Func{Task}, RunOptions?)"/>
    public static (RunEndedException Ending, StageResult Result) EndingSync(Action main, RunOptions? options = null) =>
        Ending(stage => stage.Run(main), options);

    private static StageResult Run(Action<Stage> run, RunOptions? options)
    {
        using var stage = new Stage(options ?? new RunOptions());
        run(stage);
        return ResultOf(stage);
    }

    private static (RunEndedException Ending, StageResult Result) Ending(Action<Stage> run, RunOptions? options)
    {
        using var stage = new Stage(options ?? new RunOptions());
        RunEndedException ending = Assert.ThrowsAny<RunEndedException>(() => run(stage));
        return (ending, ResultOf(stage));
    }

    private static StageResult ResultOf(Stage stage) => new(
        stage.Console.OutText.Split('\n', StringSplitOptions.RemoveEmptyEntries), stage.Console.ErrorText, stage.Now.TotalSeconds);
}

internal sealed record StageResult(string[] Lines, string Errors, double Seconds);
