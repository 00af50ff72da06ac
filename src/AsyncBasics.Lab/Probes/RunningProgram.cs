namespace AsyncBasics.Lab;

/// <summary>A rewritten program while it runs: what its probes talk to. One runs on a thread at a time.</summary>
internal sealed class RunningProgram
{
    [ThreadStatic]
    private static RunningProgram? s_current;

    public RunningProgram(IReadOnlyList<TraceSite> sites, TraceRecorder recorder)
    {
        Sites = sites;
        Recorder = recorder;
        Tasks = new KnownTasks(recorder);
        recorder.Sites = sites;
    }

    /// <summary>The program that runs on this thread, if one does.</summary>
    public static RunningProgram? Current
    {
        get => s_current;
        set => s_current = value;
    }

    /// <summary>The places that the probes speak of.</summary>
    public IReadOnlyList<TraceSite> Sites { get; }

    /// <summary>Writes down what the probes tell.</summary>
    public TraceRecorder Recorder { get; }

    /// <summary>What is known of the program's tasks.</summary>
    public KnownTasks Tasks { get; }

    /// <summary>The names of its source files.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How loops that the program makes are to be.</summary>
    public EventLoopOptions LoopOptions { get; init; } = new();

    /// <summary>What it wrote.</summary>
    public System.Text.StringBuilder Output { get; } = new();

    /// <summary>The turns that wait for the loop.</summary>
    public TurnQueue Turns { get; } = new();

    /// <summary>Where the program was last: an index into <see cref="Sites"/>.</summary>
    public int Site { get; set; } = TraceEvent.Nobody;

    /// <summary>How it ended before its time; <see langword="null"/> while it goes on or when it ran to its end.</summary>
    public Ending? Ending { get; private set; }

    /// <summary>The place at which the program was last, where that is known.</summary>
    public SourcePlace? Place => Site == TraceEvent.Nobody ? null : Sites[Site].Place;

    /// <summary>
    /// Ends the run: nothing of the program gets another turn, and what runs now is told at its next probe. The first ending counts.
    /// </summary>
    public void End(Ending ending)
    {
        Ending ??= ending;
        EventLoop.RunningOrNull?.Stop();
    }

    /// <summary>Called where the program can go round and round, or deeper and deeper.</summary>
    public void Check(int site)
    {
        Site = site;
        if (Ending is not null)
        {
            throw new ProgramEndedException();
        }
    }
}
