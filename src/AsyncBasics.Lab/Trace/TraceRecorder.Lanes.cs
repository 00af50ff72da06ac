namespace AsyncBasics.Lab;

/// <content>Lanes for ordinary async code, whose steps the loop cannot see.</content>
public sealed partial class TraceRecorder
{
    private readonly AsyncLocal<Span?> _lane = new();

    /// <summary>
    /// Runs ordinary async code as a lane of its own: from here on what it writes, the timers it sets and its blocking calls count as
    /// its own, across its awaits. The code runs exactly as it would without.
    /// </summary>
    /// <param name="name">The lane's name, such as <c>DoTask A</c>.</param>
    /// <param name="body">The async code; it is called at once.</param>
    /// <returns>The very task that <paramref name="body"/> returned.</returns>
    public Task<T> Lane<T>(string name, Func<Task<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Run(name, body);
    }

    /// <inheritdoc cref="Lane{T}(string, Func{Task{T}})"/>
    public Task Lane(string name, Func<Task> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Run(name, body);
    }

    private TTask Run<TTask>(string name, Func<TTask> body)
        where TTask : Task
    {
        ArgumentNullException.ThrowIfNull(name);
        Span? outer = _lane.Value;
        Span lane = Begin(name);
        TTask task;
        _lane.Value = lane;
        try
        {
            task = body();
        }
        catch (Exception error)
        {
            End(lane, error);
            throw;
        }
        finally
        {
            // What a synchronous method puts there would stay with its caller.
            _lane.Value = outer;
        }

        if (task.IsCompleted)
        {
            End(lane, ErrorOf(task));
        }
        else
        {
            // Registered before the caller can await, it is called before the caller goes on, and on the spot.
            task.ContinueWith(
                ended => End(lane, ErrorOf(ended)),
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }

        return task;
    }

    private static Exception? ErrorOf(Task task) =>
        task.IsCanceled ? new TaskCanceledException(task) : task.Exception?.InnerException;

    private Span Begin(string name)
    {
        lock (_lock)
        {
            int parent = Current(Asyncio.CurrentTask);
            var lane = new Span(_subjects.Count, Asyncio.CurrentTask, _lane.Value);
            _subjects.Add(new TraceSubject(TraceSubjectKind.Lane, name, string.Empty, []));
            Add(EventLoop.RunningOrNull, new TraceEvent
            {
                Kind = TraceEventKind.LaneBegins,
                Subject = lane.Subject,
                Other = parent,
            });
            return lane;
        }
    }

    private void End(Span lane, Exception? error)
    {
        (FutureState outcome, string? text) = OutcomeOf(error);
        lock (_lock)
        {
            Add(EventLoop.RunningOrNull ?? _loop, new TraceEvent
            {
                Kind = TraceEventKind.LaneEnds,
                Subject = lane.Subject,
                Outcome = outcome,
                Text = text,
            });
        }
    }

    /// <summary>
    /// Who is acting now: the lane, outside of tasks or if the current one was begun in this very task's step, and the task otherwise.
    /// A task that was made inside a lane inherits the lane's context but is its own.
    /// </summary>
    private int Current(LoopTask? task)
    {
        if (_lane.Value is { } lane && (task is null || ReferenceEquals(lane.Task, task)))
        {
            Show(lane);
            return lane.Subject;
        }

        return task is null ? TraceEvent.Nobody : _known.GetValueOrDefault(task, TraceEvent.Nobody);
    }
}
