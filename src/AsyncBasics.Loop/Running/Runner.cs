namespace AsyncBasics;

/// <summary>
/// Several runs on one loop (<c>asyncio.Runner</c>): what one run sets up is still there in the next, tasks as well as the
/// <see cref="AsyncLocal{T}"/> values of its main coroutine.
/// </summary>
public sealed class Runner : IDisposable
{
    private ExecutionContext? _context;

    /// <summary>Makes the loop; nothing runs yet.</summary>
    /// <param name="options">The clock and so on; a real clock by default.</param>
    public Runner(EventLoopOptions? options = null) => Loop = new EventLoop(options);

    /// <summary>The loop of all runs.</summary>
    public EventLoop Loop { get; }

    /// <summary>Runs a coroutine to its end. Tasks it leaves behind wait for the next run, or for <see cref="Dispose"/>.</summary>
    /// <exception cref="InvalidOperationException">A loop runs on this thread already, or the runner is closed.</exception>
    /// <exception cref="DeadlockException">Everybody waits and nothing could wake them.</exception>
    public void Run(Coroutine main)
    {
        ThrowIfLoopRuns();
        LoopTask task = InContext(() => Loop.CreateTask(main));
        RunToEnd(task);
        task.ThrowUnlessSucceeded();
    }

    /// <inheritdoc cref="Run(Coroutine)"/>
    /// <returns>The coroutine's result.</returns>
    public T Run<T>(Coroutine<T> main)
    {
        ThrowIfLoopRuns();
        LoopTask<T> task = InContext(() => Loop.CreateTask(main));
        RunToEnd(task);
        return task.Result;
    }

    /// <inheritdoc cref="Run(Coroutine)"/>
    /// <param name="main">An ordinary async method, run on the loop.</param>
    public void Run(Func<Task> main)
    {
        ArgumentNullException.ThrowIfNull(main);
        ThrowIfLoopRuns();
        Future future = NativeFuture.Start(Loop, () => InContext(main));
        Loop.RunUntilComplete(future);
        future.ThrowUnlessSucceeded();
    }

    /// <inheritdoc cref="Run(Func{Task})"/>
    /// <returns>The result.</returns>
    public T Run<T>(Func<Task<T>> main)
    {
        ArgumentNullException.ThrowIfNull(main);
        ThrowIfLoopRuns();
        Future<T> future = NativeFuture.Start(Loop, () => InContext(main));
        Loop.RunUntilComplete(future);
        return future.Result;
    }

    /// <summary>Cancels the tasks that are left, waits for them, and closes the loop.</summary>
    public void Dispose()
    {
        if (Loop.IsClosed)
        {
            return;
        }

        try
        {
            Loop.WindUp();
        }
        finally
        {
            Loop.Close();
        }
    }

    private void RunToEnd(LoopTask main)
    {
        try
        {
            Loop.RunUntilComplete(main);
        }
        finally
        {
            _context = main.Context ?? _context;
        }
    }

    private T InContext<T>(Func<T> make)
    {
        if (_context is null)
        {
            return make();
        }

        T made = default!;
        ExecutionContext.Run(_context, _ => made = make(), null);
        return made;
    }

    private static void ThrowIfLoopRuns()
    {
        if (EventLoop.RunningOrNull is not null)
        {
            throw new InvalidOperationException(
                "Asyncio.Run() cannot be called from a running event loop: inside a coroutine, await it instead.");
        }
    }
}
