using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>A rewritten program while it runs: what its probes talk to. One runs on a thread at a time.</summary>
internal sealed class RunningProgram
{
    private readonly Stage _stage;

    public RunningProgram(Stage stage, TraceRecorder recorder, IReadOnlyList<TraceSite> sites)
    {
        _stage = stage;
        Sites = sites;
        Recorder = recorder;
        Tasks = new KnownTasks(recorder);
        recorder.Sites = sites;
        recorder.LocalTime = () => stage.Now;
        recorder.Steps = () => stage.Budget.Steps;
    }

    /// <summary>The program whose code calls; <see langword="null"/> on a thread that is none of its own, as that of the finalizers.</summary>
    public static RunningProgram? Current => Stage.ProgramHere;

    /// <summary>The places that the probes speak of.</summary>
    public IReadOnlyList<TraceSite> Sites { get; }

    /// <summary>Writes down what the probes tell.</summary>
    public TraceRecorder Recorder { get; }

    /// <summary>What is known of the program's tasks.</summary>
    public KnownTasks Tasks { get; }

    /// <summary>Where exceptions were thrown first.</summary>
    public ConditionalWeakTable<Exception, object> Throws { get; } = [];

    /// <summary>The context of the program's main code.</summary>
    public SynchronizationContext LoopContext => _stage.LoopContext;

    /// <summary>The context of code that needs no turn of the loop.</summary>
    public SynchronizationContext PoolContext => _stage.PoolContext;

    /// <summary>Where the program was last: an index into <see cref="Sites"/>.</summary>
    public int Site { get; set; } = TraceEvent.Nobody;

    /// <summary>Where the program's own code threw an exception; <see langword="null"/> when it did not, or it is not known.</summary>
    public SourcePlace? PlaceOf(Exception error) => Throws.TryGetValue(error, out object? site) ? Sites[(int)site].Place : null;

    /// <summary>The place at which the program was last, where that is known.</summary>
    public SourcePlace? Place => Site == TraceEvent.Nobody ? null : Sites[Site].Place;

    /// <summary>The call of a stand-in that the program is in, where that is known.</summary>
    public int StandInSite => Site != TraceEvent.Nobody && Sites[Site].Kind == TraceSiteKind.StandIn ? Site : TraceEvent.Nobody;

    /// <summary>Called where the program can go round and round.</summary>
    /// <exception cref="RunEndedException">The run is to end.</exception>
    public void Tick(int site)
    {
        Site = site;
        _stage.Budget.Tick();
    }

    /// <summary>Called where the program can go deeper and deeper.</summary>
    /// <exception cref="RunEndedException">The run is to end.</exception>
    public void Check(int site)
    {
        Tick(site);
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            _stage.Budget.EndForStackDepth();
        }
    }

    /// <summary>An exception that nobody can catch.</summary>
    public void Crash(Exception error) => _stage.Crash(error);
}
