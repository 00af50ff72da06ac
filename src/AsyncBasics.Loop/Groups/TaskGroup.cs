namespace AsyncBasics;

/// <summary>
/// Tasks that begin and end together (<c>asyncio.TaskGroup</c>, trio's nursery): the group is left when all of them have ended, and the
/// first error cancels the others. The body is a lambda, because an <c>await using</c> would never see the body's exception:
/// <c>await TaskGroup.Run(async group => { group.CreateTask(...); })</c>.
/// </summary>
public sealed class TaskGroup
{
    private readonly GroupMembers _members = new();
    private readonly List<Exception> _errors = [];

    /// <summary>Failed tasks of a supervised group, each of which somebody may still look at.</summary>
    private readonly List<LoopTask> _failed = [];

    /// <summary>The body and the wait for the tasks, as far as the group itself cancels them.</summary>
    private readonly CancelScope _scope = new();
    private readonly bool _supervises;
    private readonly GroupCallback _taskEnded;
    private GroupFuture? _allEnded;
    private CancelReason? _abortReason;
    private bool _leaving;

    private TaskGroup(bool supervises)
    {
        _supervises = supervises;
        _taskEnded = new GroupCallback(this);
    }

    /// <summary>The tasks of the group that have not ended, in the order in which they were created.</summary>
    public IReadOnlyList<LoopTask> Tasks => _members.Pending();

    /// <summary>
    /// Runs <paramref name="body"/> with a new group, and waits until every task of the group has ended. The first error, of the body or of
    /// a task, cancels the rest.
    /// </summary>
    /// <exception cref="AggregateException">
    /// The errors of the body and the tasks: <c>unhandled errors in a TaskGroup</c>. Cancelled tasks are no error.
    /// </exception>
    public static async Coroutine Run(Func<TaskGroup, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        await new TaskGroup(supervises: false).RunBody(body);
    }

    /// <inheritdoc cref="Run(Func{TaskGroup, Coroutine})"/>
    /// <returns>The body's result.</returns>
    public static async Coroutine<T> Run<T>(Func<TaskGroup, Coroutine<T>> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        T result = default!;
        await new TaskGroup(supervises: false).RunBody(async group => result = await body(group));
        return result;
    }

    /// <summary>
    /// As <see cref="Run(Func{TaskGroup, Coroutine})"/>, but the failure of one task does not end the others (Kotlin's
    /// <c>supervisorScope</c>). Errors that nobody has looked at by the end come as one <see cref="AggregateException"/>.
    /// </summary>
    public static async Coroutine Supervise(Func<TaskGroup, Coroutine> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        await new TaskGroup(supervises: true).RunBody(body);
    }

    /// <summary>Starts a task in the group (<c>TaskGroup.create_task</c>).</summary>
    /// <inheritdoc cref="Asyncio.CreateTask(Coroutine, string?, bool?)"/>
    /// <exception cref="InvalidOperationException">The group is finished or shutting down.</exception>
    public LoopTask CreateTask(Coroutine coroutine, string? name = null)
    {
        ThrowUnlessOpen(coroutine.Frame);
        LoopTask task = Parent.Loop.CreateTask(coroutine, name);
        Add(task);
        return task;
    }

    /// <inheritdoc cref="CreateTask(Coroutine, string?)"/>
    public LoopTask<T> CreateTask<T>(Coroutine<T> coroutine, string? name = null)
    {
        ThrowUnlessOpen(coroutine.Frame);
        LoopTask<T> task = Parent.Loop.CreateTask(coroutine, name);
        Add(task);
        return task;
    }

    /// <summary>
    /// Starts a task in the group and waits until it says that it is ready (trio's <c>nursery.start</c>): <paramref name="body"/> calls
    /// <see cref="TaskStatus{T}.Started"/> with what the starter needs, and goes on.
    /// </summary>
    /// <returns>What the task said it is ready with.</returns>
    /// <exception cref="InvalidOperationException">The task ended without saying so, or the group takes no more tasks.</exception>
    public async Coroutine<T> StartAsync<T>(Func<TaskStatus<T>, Coroutine> body, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        var status = new TaskStatus<T>(Parent.Loop);
        LoopTask task = CreateTask(body(status), name);
        task.AddWaiter(status.Watcher);
        try
        {
            return await status.Ready;
        }
        catch (OperationCanceledException) when (!task.Done)
        {
            task.Cancel();
            throw;
        }
    }

    /// <summary>
    /// Ends the group early: the body and all tasks are cancelled, and the group is left without an error of its own (3.15).
    /// </summary>
    /// <param name="reason">Why; a string will do.</param>
    public void Cancel(CancelReason? reason = null)
    {
        if (!IsAborting && !IsFinished)
        {
            Abort((reason ?? new CancelReason()) with { Kind = CancelKind.GroupCancelled });
            _scope.Cancel(_abortReason);
        }
    }

    private LoopTask Parent => _scope.Task;

    private bool IsAborting => _abortReason is not null;

    private bool IsFinished => _leaving && _members.Count == 0;

    private async Coroutine RunBody(Func<TaskGroup, Coroutine> body)
    {
        Exception? thrown = null;
        _scope.Enter();
        try
        {
            await body(this);
        }
        catch (Exception exception)
        {
            thrown = exception;
        }

        await Leave(thrown);
    }

    private async Coroutine Leave(Exception? thrown)
    {
        _leaving = true;
        Exception? cancellation = thrown as OperationCanceledException;
        Exception? lastCancellation = cancellation;
        if (thrown is not null && !IsAborting)
        {
            Abort(new CancelReason(cancellation is null ? CancelKind.SiblingFailed : CancelKind.GroupCancelled));
        }

        while (_members.Count > 0)
        {
            _allEnded ??= new GroupFuture(this);
            try
            {
                await _allEnded;
            }
            catch (OperationCanceledException exception)
            {
                lastCancellation = exception;
                if (!IsAborting)
                {
                    cancellation = exception;
                    Abort((exception as CancelledException)?.Reason ?? new CancelReason(CancelKind.GroupCancelled));
                }
            }

            _allEnded = null;
        }

        // Ends the group's own cancellation; one from outside goes on, also when it came after the group's own.
        cancellation = _scope.Leave(lastCancellation) ? null
            : _scope.CancelCalled ? lastCancellation
            : cancellation;

        CollectErrors(thrown);
        if (_errors.Count == 0)
        {
            Rethrow(cancellation);
            return;
        }

        if (Parent.Cancelling > 0)
        {
            // The errors hide a cancellation from outside: it is asked for again, and so comes at the next wait.
            Parent.Uncancel();
            Parent.Cancel((lastCancellation as CancelledException)?.Reason);
        }

        throw new AggregateException("unhandled errors in a TaskGroup", _errors);
    }

    private void CollectErrors(Exception? thrown)
    {
        if (_supervises)
        {
            _errors.AddRange(_failed.Where(task => !task.IsRetrieved).Select(task => task.Exception!));
        }

        if (thrown is not null and not OperationCanceledException)
        {
            _errors.Add(thrown);
        }
    }

    private static void Rethrow(Exception? cancellation)
    {
        if (cancellation is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(cancellation);
        }
    }

    private void ThrowUnlessOpen(LoopTask? frame)
    {
        string? state = IsFinished ? "is finished" : IsAborting ? "is shutting down" : null;
        if (state is not null)
        {
            frame?.Discard();
            throw new InvalidOperationException($"TaskGroup {state}: it takes no more tasks.");
        }
    }

    /// <remarks>
    /// An eager task may have ended already, and its error counts a turn later like any other's; or it has aborted the group, before it
    /// was a member (both as in CPython's newest).
    /// </remarks>
    private void Add(LoopTask task)
    {
        _members.Add(task);
        task.AddWaiter(_taskEnded);
        if (IsAborting)
        {
            task.Cancel(_abortReason);
        }
    }

    private void Abort(CancelReason reason)
    {
        _abortReason = reason;

        // A member that waits for the parent closes a ring: the request must not come back to where it started.
        bool wasInDelivery = Parent.IsInDelivery;
        Parent.IsInDelivery = true;
        foreach (LoopTask task in _members.Pending())
        {
            task.Cancel(reason);
        }

        Parent.IsInDelivery = wasInDelivery;
    }

    private void OnTaskEnded(LoopTask task)
    {
        _members.CountOut();
        if (_members.Count == 0)
        {
            _allEnded?.TrySetResult(true);
        }

        if (task.State != FutureState.Failed)
        {
            return;
        }

        if (_supervises)
        {
            _failed.Add(task);
            return;
        }

        _errors.Add(task.Exception!);
        if (!IsAborting)
        {
            Abort(new CancelReason(CancelKind.SiblingFailed, By: task.Name));
            _scope.Cancel(_abortReason);
        }
    }

    private sealed class GroupCallback(TaskGroup group) : FutureCallback
    {
        public override void Ended(Future future) => group.OnTaskEnded((LoopTask)future);
    }

    /// <summary>What a group that is being left waits on.</summary>
    private sealed class GroupFuture(TaskGroup group) : Future<bool>
    {
        internal override IEnumerable<Future> WaitsFor => group.Tasks;

        internal override string Kind => "task group";
    }
}
