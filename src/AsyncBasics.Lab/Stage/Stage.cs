using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>
/// Where a program runs: one loop, one clock, and everything that the stand-ins for the base class library need. At any moment one piece
/// of the program's code runs, whatever threads it thinks it has.
/// </summary>
/// <remarks>
/// The parts of this class: what there is (here), running a program (<c>Stage.Run.cs</c>), waiting by blocking (<c>Stage.Blocking.cs</c>),
/// work for other threads (<c>Stage.Work.cs</c>) and how a run ends early (<c>Stage.Ending.cs</c>).
/// </remarks>
internal sealed partial class Stage : LoopHost, IDisposable
{
    /// <summary>The moment at which every virtual run begins.</summary>
    public static readonly DateTimeOffset FirstMoment = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly AsyncLocal<Stage?> s_flowing = new();

    [ThreadStatic]
    private static Stage? s_here;

    private readonly EventLoop _ownLoop;
    private readonly LoopObserver? _observer;
    private readonly List<LoopReport> _suspected = [];

    /// <summary>Makes a stage on which nothing runs yet.</summary>
    /// <param name="options">The clock, the limits, the seed, the input.</param>
    /// <param name="recorder">Is told what the stand-ins do.</param>
    /// <param name="observer">Watches the loops of the program.</param>
    public Stage(RunOptions options, StageRecorder? recorder = null, LoopObserver? observer = null)
    {
        Options = options;
        Recorder = recorder ?? new StageRecorder();
        _observer = observer;
        FirstClock = options.IsVirtual ? new VirtualClock(start: FirstMoment) : new RealClock();
        _ownLoop = NewLoop();
        Loop = _ownLoop;
        Timers = new StageTimers(this);
        TimeProvider = new StageTimeProvider(this);
        LoopContext = new LoopContext(this);
        PoolContext = new PoolContext(this);
        Scheduler = new WorkScheduler(this);
        Random = new Random(options.Seed);
        Budget = new Budget(this, options.Limits);
        Console = new ConsoleCapture(this);
        Spinning = new Spinning(this);
        LongTurns = new LongTurns(this);
    }

    /// <summary>The stage of the code that calls.</summary>
    /// <exception cref="InvalidOperationException">The code does not run on a stage.</exception>
    public static Stage Current => CurrentOrNull ?? throw new InvalidOperationException("The lab cannot follow code to threads that it does not see, such as those of PLINQ or of a library.");

    /// <summary>The stage of the code that calls, also where that was carried to a thread of the system's pool.</summary>
    public static Stage? CurrentOrNull => s_here ?? s_flowing.Value;

    /// <summary>The rewritten program whose turn it is on this thread, if it is one's.</summary>
    public static RunningProgram? ProgramHere => s_here?.Program;

    /// <summary>The rewritten program that runs on this stage.</summary>
    public RunningProgram? Program { get; set; }

    /// <summary>How many events a report has to tell by now.</summary>
    public int Recorded => _observer is TraceRecorder trace ? trace.Count : 0;

    /// <summary>How it is run.</summary>
    public RunOptions Options { get; }

    /// <summary>Who is told what happens.</summary>
    public StageRecorder Recorder { get; }

    /// <summary>The loop that runs now, or the stage's own.</summary>
    public EventLoop Loop { get; private set; }

    /// <summary>The time since the beginning, as the code that calls sees it.</summary>
    public TimeSpan Now => WorkLane.Here is { } lane ? Loop.Time + lane.Ahead : Loop.Time;

    /// <summary>The clock that loops get unless the program has its own.</summary>
    public Clock FirstClock { get; }

    /// <summary>Whether waiting takes no time.</summary>
    public bool IsVirtual => Loop.Clock is VirtualClock;

    /// <summary>What the run may still use up.</summary>
    public Budget Budget { get; }

    /// <summary>What the program writes and reads.</summary>
    public ConsoleCapture Console { get; }

    /// <summary>The one source of chance.</summary>
    public Random Random { get; }

    /// <summary>The clock for the program's own code.</summary>
    public StageTimeProvider TimeProvider { get; }

    /// <summary>Brings continuations back to the loop.</summary>
    public LoopContext LoopContext { get; }

    /// <summary>Stands for having no context: continuations go on as work of the pool.</summary>
    public PoolContext PoolContext { get; }

    /// <summary>Runs tasks as work of the pool.</summary>
    public WorkScheduler Scheduler { get; }

    /// <summary>The main thread as the program sees it, once it has looked.</summary>
    public StandIns.Thread? MainThread { get; set; }

    /// <summary>Sees who asks for the time over and over.</summary>
    public Spinning Spinning { get; }

    /// <summary>Sees who computes for long on the loop.</summary>
    public LongTurns LongTurns { get; }

    /// <summary>The timers of the program's native code.</summary>
    internal StageTimers Timers { get; }

    /// <summary>Whether the code that calls has its turn on this stage; a thread of the system's does not.</summary>
    public bool IsHere => ReferenceEquals(s_here, this);

    /// <inheritdoc/>
    public override EventLoopOptions Adapt(EventLoopOptions options) => options with
    {
        Clock = options.Clock is VirtualClock ? options.Clock : FirstClock,
        Observer = _observer ?? options.Observer,
        OnReport = options.OnReport ?? Report,
    };

    /// <inheritdoc/>
    public override void RunBegins(EventLoop loop)
    {
        loop.HasAllNativeWork = true;
        MoveTo(loop);
    }

    /// <inheritdoc/>
    public override void RunEnds(EventLoop loop) => MoveTo(_ownLoop);

    /// <summary>Lets the stage be the one of the current thread.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "It is about this stage.")]
    internal void TakeThread() => s_here = this;

    private EventLoop NewLoop()
    {
        LoopHost? outer = Here;
        Here = this;
        try
        {
            return new EventLoop(new EventLoopOptions { Debug = false }) { HasAllNativeWork = true };
        }
        finally
        {
            Here = outer;
        }
    }

    private void MoveTo(EventLoop loop)
    {
        if (!ReferenceEquals(Loop, loop))
        {
            Loop = loop;
            Timers.SetAgain();
            AskForTurns();
        }
    }

    private void Report(LoopReport report)
    {
        if (Ending is not null)
        {
            // What is left when a run is cut off is no fault of the program's.
            return;
        }

        if (report.Kind == LoopReportKind.NeverAwaited && !_isOver)
        {
            // The loop tells it when the maker ends; whether somebody else kept the coroutine and awaits it shows later.
            _suspected.Add(report);
            return;
        }

        Tell(report);
    }

    private void TellSuspected()
    {
        _suspected.RemoveAll(report => report.IsDisproved);
        _suspected.ForEach(Tell);
        _suspected.Clear();
    }

    private void Tell(LoopReport report)
    {
        // There the runtime does not know the lines of a stack.
        if (OperatingSystem.IsBrowser() && report.Exception is { } error)
        {
            StackLines.Complete(error);
        }

        Recorder.Reported(report);
        Console.Write($"{report}{Environment.NewLine}", isError: true);
    }
}
