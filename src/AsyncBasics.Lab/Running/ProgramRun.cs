using System.Reflection;

namespace AsyncBasics.Lab;

/// <summary>One run of a rewritten program, and what came of it.</summary>
internal sealed record ProgramRun
{
    /// <summary>What happened.</summary>
    public required Trace Trace { get; init; }

    /// <summary>What it wrote to standard output.</summary>
    public required string Stdout { get; init; }

    /// <summary>How it ended, when it did not just finish.</summary>
    public Ending? Ending { get; init; }

    /// <summary>What it returned, if it returned a number.</summary>
    public int? ExitCode { get; init; }

    /// <summary>Runs a program on a loop of its own.</summary>
    public static ProgramRun Of(Assembly program, RewrittenProgram rewritten, IReadOnlyList<SourceFile> files, RunOptions options)
    {
        var recorder = new TraceRecorder();
        var loopOptions = new EventLoopOptions { Clock = options.IsVirtual ? new VirtualClock() : null, Observer = recorder, OnReport = _ => { } };
        var running = new RunningProgram(rewritten.Sites, recorder)
        {
            LoopOptions = loopOptions,
            Files = [.. files.Select(file => file.Name)],
        };
        RunningProgram? outer = RunningProgram.Current;
        RunningProgram.Current = running;
        int? exitCode = null;
        Ending? ending = null;
        try
        {
            EntryPoint entry = EntryPoint.Of(program, options.Arguments);
            exitCode = entry.IsAsync ? RunOnLoop(entry, loopOptions) : entry.Run();
        }
        catch (Exception error)
        {
            ending = Endings.OfUnhandled(error);
        }
        finally
        {
            RunningProgram.Current = outer;
        }

        return new ProgramRun
        {
            Trace = recorder.ToTrace(),
            Stdout = running.Output.ToString(),
            Ending = running.Ending ?? ending,
            ExitCode = exitCode,
        };
    }

    private static int? RunOnLoop(EntryPoint entry, EventLoopOptions options)
    {
        Task? main = null;
        Asyncio.Run(() => main = entry.Start(), options);
        return main is Task<int> number ? number.Result : null;
    }
}
