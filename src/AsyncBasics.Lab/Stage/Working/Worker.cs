namespace AsyncBasics.Lab;

/// <summary>How work came to another thread.</summary>
internal enum WorkerKind
{
    /// <summary><c>Task.Run</c>.</summary>
    TaskRun,

    /// <summary><c>Task.Factory.StartNew</c>, <c>new Task(…).Start()</c>.</summary>
    StartNew,

    /// <summary><c>ContinueWith</c>.</summary>
    Continuation,

    /// <summary><c>new Thread(…)</c>.</summary>
    Thread,

    /// <summary><c>ThreadPool.QueueUserWorkItem</c>.</summary>
    PoolItem,

    /// <summary>The callback of a timer.</summary>
    TimerCallback,

    /// <summary>A worker of <c>Parallel.For</c> and its like.</summary>
    Parallel,
}

/// <summary>A piece of work on another thread: a lane of its own in the picture.</summary>
/// <param name="kind">How it came there.</param>
/// <param name="name">Its name.</param>
/// <param name="number">Which one of the run it is, from one.</param>
internal sealed class Worker(WorkerKind kind, string name, int number)
{
    /// <summary>How it came there.</summary>
    public WorkerKind Kind { get; } = kind;

    /// <summary>Its name.</summary>
    public string Name { get; set; } = name;

    /// <summary>Which one of the run it is, from one.</summary>
    public int Number { get; } = number;

    /// <summary>Where in the source it was made, if it was made before it is queued: an index into the trace's sites.</summary>
    public int? Site { get; init; }

    /// <summary>The task that brings its result, where there is one.</summary>
    public Task? Task { get; set; }
}
