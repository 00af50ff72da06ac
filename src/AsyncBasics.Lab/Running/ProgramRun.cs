using System.Reflection;

namespace AsyncBasics.Lab;

/// <summary>One run of a rewritten program, and what came of it.</summary>
internal sealed record ProgramRun
{
    /// <summary>What happened.</summary>
    public required Trace Trace { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public required string Stdout { get; init; }

    /// <summary>What it wrote to standard error.</summary>
    public required string Stderr { get; init; }

    /// <summary>How it ended, when it did not just finish.</summary>
    public Ending? Ending { get; init; }

    /// <summary>What whoever reads the report should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Code on the loop that went on for long without giving up its turn.</summary>
    public IReadOnlyList<LongTurn> LongTurns { get; init; } = [];

    /// <summary>What it returned, if it returned a number.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Runs a program on a stage of its own.</summary>
    /// <param name="assembly">The program.</param>
    /// <param name="rewritten">What was made of its source.</param>
    /// <param name="files">Its source.</param>
    /// <param name="options">How to run it.</param>
    /// <param name="report">Makes a report of a run that goes on, for whoever watches it.</param>
    public static ProgramRun Of(
        Assembly assembly, RewrittenProgram rewritten, IReadOnlyList<SourceFile> files, RunOptions options, Func<ProgramRun, Report> report)
    {
        var trace = new TraceRecorder();
        var recorder = new ProgramRecorder(trace);
        var stage = new Stage(options, recorder, trace) { Patience = OutsideWork.PatienceFor(files) };
        var program = new RunningProgram(stage, trace, rewritten.Sites);
        recorder.Program = program;
        stage.Program = program;
        int? exitCode = null;
        Ending? ending = null;
        using (stage)
        {
            try
            {
                options.Watch?.Begin(stage, soFar => report(Known(soFar)));
                exitCode = Run(EntryPoint.Of(assembly, options.Arguments), stage);
            }
            catch (Exception error)
            {
                ending = Ending.Of(error, program, [.. files.Select(file => file.Name)]);
            }
        }

        options.Watch?.OnEnded?.Invoke();
        return Known(ending);

        ProgramRun Known(Ending? ending) => new()
        {
            Trace = trace.ToTrace(),
            Stdout = stage.Console.OutText,
            Stderr = stage.Console.ErrorText,
            Ending = ending,
            Notes = recorder.Notes,
            LongTurns = [.. stage.LongTurns.All],
            ExitCode = exitCode,
        };
    }

    private static int? Run(EntryPoint entry, Stage stage)
    {
        if (!entry.IsAsync)
        {
            int? returned = null;
            stage.Run(() => { returned = entry.Run(); });
            return returned;
        }

        Task? main = null;
        try
        {
            stage.Run(() => main = entry.Start());
        }
        catch (OperationCanceledException) when (main is { IsCanceled: true })
        {
            // The loop has a word of its own for it; the program's is meant.
            main.GetAwaiter().GetResult();
        }

        return main is Task<int> number ? number.Result : null;
    }
}
