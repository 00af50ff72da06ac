namespace AsyncBasics.Lab;

/// <summary>A kind of finding.</summary>
/// <param name="Id">Its stable number.</param>
/// <param name="Slug">Its stable name.</param>
/// <param name="Title">What it is, in a few words.</param>
/// <param name="Lesson">The lesson that explains it.</param>
/// <param name="Rules">The analyzer rules that tell of such a place, too; empty when none does.</param>
public sealed record FindingKind(string Id, string Slug, string Title, string Lesson, params IReadOnlyList<string> Rules)
{
    private const string Basics = "01-async-basics";

    /// <summary>A coroutine or task that nobody awaits.</summary>
    public static FindingKind NeverAwaited { get; } = new("AB001", "never-awaited", "never awaited", Basics, "CS4014", "VSTHRD110", "MA0134");

    /// <summary>A call that holds the loop.</summary>
    public static FindingKind BlockingCall { get; } =
        new("AB002", "blocking-call", "a blocking call holds the loop", Basics, "CA1849", "MA0042", "AsyncFixer02");

    /// <summary>A loop started inside a running one.</summary>
    public static FindingKind NestedRun { get; } = new("AB003", "nested-run", "run inside a running loop", Basics);

    /// <summary>Each task awaited before the next one is made.</summary>
    public static FindingKind AwaitRightAfterCreate { get; } =
        new("AB004", "await-right-after-create", "each awaited right after it is created", Basics);

    /// <summary>Awaits in a row that do not need each other.</summary>
    public static FindingKind SequentialIndependent { get; } =
        new("AB005", "sequential-independent", "independent awaits, one after another", Basics);

    /// <summary>An await in a loop over items that do not need each other.</summary>
    public static FindingKind AwaitInLoop { get; } = new("AB006", "await-in-loop", "independent items, one after another", Basics);

    /// <summary>Waiting for a task by blocking.</summary>
    public static FindingKind SyncOverAsync { get; } = new(
        "AB007", "sync-over-async", "blocks until a task ends", Basics, "VSTHRD103", "VSTHRD002", "CA1849", "MA0042", "AsyncFixer02");

    /// <summary>Nobody can go on.</summary>
    public static FindingKind Deadlock { get; } = new("AB008", "deadlock", "everybody waits for somebody", Basics);

    /// <summary>An async method that nobody can await.</summary>
    public static FindingKind AsyncVoid { get; } =
        new("AB009", "async-void", "async void", Basics, "VSTHRD100", "VSTHRD101", "AsyncFixer03", "MA0147", "S3168");

    /// <summary>An exception that nobody saw.</summary>
    public static FindingKind ExceptionLost { get; } = new("AB010", "exception-lost", "an exception nobody saw", Basics);

    /// <summary>Tasks that go on after their group has failed.</summary>
    public static FindingKind SiblingsLeftRunning { get; } =
        new("AB011", "siblings-left-running", "siblings still running after one failed", Basics);

    /// <summary>The one that lost a race, left alone.</summary>
    public static FindingKind WhenAnyLoserIgnored { get; } = new("AB012", "whenany-loser-ignored", "the loser of a race is left alone", Basics);

    /// <summary>A lazy sequence of tasks that is run through twice.</summary>
    public static FindingKind LazyEnumeratedTwice { get; } = new("AB013", "lazy-enumerated-twice", "a lazy sequence does its work twice", Basics);

    /// <summary>A task shown in place of its result.</summary>
    public static FindingKind TaskPrinted { get; } = new("AB014", "task-printed", "a task is printed, not its result", Basics);

    /// <summary>A task that is never started.</summary>
    public static FindingKind ColdTask { get; } = new("AB015", "cold-task", "a task that is never started", Basics);

    /// <summary>A task inside a task, awaited once.</summary>
    public static FindingKind NestedTask { get; } = new("AB016", "nested-task", "a task inside a task, awaited once", Basics, "AsyncFixer05");

    /// <summary>A resource that is gone before the task that uses it has ended.</summary>
    public static FindingKind UsingDisposedEarly { get; } = new(
        "AB017", "using-disposed-early", "disposed before the task has ended", Basics, "AsyncFixer04", "MA0100", "RCS1229");

    /// <summary>A cancellation token that is not passed on.</summary>
    public static FindingKind TokenNotPassed { get; } = new("AB018", "token-not-passed", "the token is not passed on", Basics, "CA2016", "MA0040");

    /// <summary>A long step without an await.</summary>
    public static FindingKind CpuHog { get; } = new("AB019", "cpu-hog", "a long step without an await", Basics);

    /// <summary>Waiting by asking over and over.</summary>
    public static FindingKind Spin { get; } = new("AB020", "spin", "asks over and over instead of waiting", Basics);

    /// <summary>All kinds, in the order of their numbers.</summary>
    public static IReadOnlyList<FindingKind> All { get; } =
    [
        NeverAwaited, BlockingCall, NestedRun, AwaitRightAfterCreate, SequentialIndependent, AwaitInLoop, SyncOverAsync, Deadlock, AsyncVoid,
        ExceptionLost, SiblingsLeftRunning, WhenAnyLoserIgnored, LazyEnumeratedTwice, TaskPrinted, ColdTask, NestedTask, UsingDisposedEarly,
        TokenNotPassed, CpuHog, Spin,
    ];
}
