using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.ExceptionServices;

namespace AsyncBasics;

/// <summary>
/// A result that arrives later, on one event loop (<c>asyncio.Future</c>). It can be awaited by many.
/// </summary>
/// <remarks>
/// Like everything of a loop it is used from the loop's thread only; other threads go through
/// <see cref="EventLoop.CallSoonThreadsafe(Action)"/>.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public abstract class Future
{
    /// <summary>Is part of the state of a failure that somebody has seen.</summary>
    private const FutureState Retrieved = (FutureState)4;

    /// <summary>
    /// The error (see <see cref="Error"/>); or what a task waits for (<c>LoopTask.Wait.cs</c>); or for few tasks what keeps both, together with
    /// everything else that few tasks have.
    /// </summary>
    private protected object? _held;

    /// <summary>
    /// The loop. For a coroutine that is awaited in place and so never becomes a task: the frame that awaits it.
    /// One field serves both, because a million sleeping tasks feel every eight bytes.
    /// </summary>
    private protected object? _owner;

    /// <summary>Nothing, one waiter (a task or a callback), or a <see cref="WaiterList"/> of several, in order.</summary>
    private object? _waiters;

    private protected FutureState _state;

    private protected Future()
    {
    }

    /// <summary>
    /// While pending: what the owner keeps for the next step (see <see cref="LoopTask"/>). Afterwards: the captured
    /// exception of a failure, or the <see cref="CancelReason"/> of a cancellation.
    /// </summary>
    private protected object? Error
    {
        get => _held is TaskExtras extras ? extras.Error : _held;
        set
        {
            if (_held is TaskExtras extras)
            {
                extras.Error = value;
            }
            else
            {
                _held = value;
            }
        }
    }

    /// <summary>The loop this future belongs to.</summary>
    public EventLoop Loop
    {
        get
        {
            Debug.Assert(_owner is EventLoop, "Only futures and tasks are handed out, and both have a loop.");
            return Unsafe.As<EventLoop>(_owner!);
        }
    }

    /// <summary>How far it has come.</summary>
    public FutureState State => _state & ~Retrieved;

    /// <summary>Whether it has ended, in whichever way (<c>Future.done</c>).</summary>
    public bool Done => _state != FutureState.Pending;

    /// <summary>Whether it ended by cancellation (<c>Future.cancelled</c>).</summary>
    public bool Cancelled => _state == FutureState.Cancelled;

    /// <summary>
    /// The exception it failed with, or <see langword="null"/> when it succeeded (<c>Future.exception</c>).
    /// Looking marks the exception as retrieved.
    /// </summary>
    /// <exception cref="InvalidStateException">It has not ended: <c>Exception is not set.</c></exception>
    /// <exception cref="CancelledException">It was cancelled.</exception>
    public Exception? Exception
    {
        get
        {
            switch (_state)
            {
                case FutureState.Pending:
                    throw new InvalidStateException("Exception is not set.");
                case FutureState.Cancelled:
                    throw new CancelledException(CancelReason);
                default:
                    MarkRetrieved();
                    return (Error as ExceptionDispatchInfo)?.SourceException;
            }
        }
    }

    /// <summary>Why it was cancelled, as far as it was said; <see langword="null"/> otherwise.</summary>
    public CancelReason? CancelReason => _state == FutureState.Cancelled ? Error as CancelReason : null;

    /// <summary>
    /// Whether awaiting this throws a cancellation: it was cancelled, or it is a combination that failed because one of its parts was.
    /// </summary>
    internal bool EndedByCancellation => _state == FutureState.Cancelled
        || (State == FutureState.Failed && ((ExceptionDispatchInfo)Error!).SourceException is OperationCanceledException);

    /// <summary>Whether somebody has seen the failure; a failure that nobody saw is reported when the loop ends.</summary>
    internal bool IsRetrieved => (_state & Retrieved) != 0;

    /// <summary>Asks for cancellation (<c>Future.cancel</c>).</summary>
    /// <param name="reason">Why; travels with the <see cref="CancelledException"/>. A string will do.</param>
    /// <returns><see langword="false"/> when it has already ended, so that there is nothing to cancel.</returns>
    public virtual bool Cancel(CancelReason? reason = null)
    {
        if (Done)
        {
            return false;
        }

        EndCancelled(reason);
        return true;
    }

    /// <summary>
    /// Calls <paramref name="callback"/> once this has ended: as a step of its own on the loop, in the order in which
    /// callbacks were added, never inline, even when it has already ended (<c>Future.add_done_callback</c>).
    /// </summary>
    public void AddDoneCallback(Action<Future> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        AddWaiter(new ActionCallback(callback, ExecutionContext.Capture()));
    }

    /// <summary>Takes back every registration of <paramref name="callback"/> (<c>Future.remove_done_callback</c>).</summary>
    /// <returns>How many were taken back.</returns>
    public int RemoveDoneCallback(Action<Future> callback)
    {
        ArgumentNullException.ThrowIfNull(callback);
        return RemoveWaiters(waiter => waiter is ActionCallback known && known.Callback == callback);
    }

    /// <summary>Makes this awaitable, by many, in coroutines of the loop and in ordinary async methods.</summary>
    public FutureAwaiter GetAwaiter() => new(this);

    /// <summary>The futures that have to end so that this can, as far as it is known: the way down in the call graph.</summary>
    internal virtual IEnumerable<Future> WaitsFor => [];

    /// <summary>What kind of thing this is, in a word or two.</summary>
    internal virtual string Kind => "future";

    /// <summary>What somebody who waits for this waits for, in words.</summary>
    internal virtual string Describe() => Describe(levels: 8);

    /// <param name="levels">How many combinations inside each other to go into.</param>
    private string Describe(int levels)
    {
        string parts = string.Join(", ", WaitsFor.Select(future =>
            !future.WaitsFor.Any() || future is LoopTask ? future.Describe() : levels == 0 ? "…" : future.Describe(levels - 1)));
        return parts.Length == 0 ? $"a {Kind}" : $"{Kind} of {parts}";
    }

    /// <inheritdoc/>
    public override string ToString() => $"<Future {StateWord}>";

    private protected string StateWord => State switch
    {
        FutureState.Pending => "pending",
        FutureState.Succeeded => "finished",
        FutureState.Failed => $"failed with {(Error as ExceptionDispatchInfo)?.SourceException.GetType().Name}",
        _ => "cancelled",
    };

    /// <summary>As <see cref="AddWaiter"/>, for one that has just been made.</summary>
    private protected void SetFirstWaiter(object waiter) => _waiters = waiter;

    internal void AddWaiter(object waiter)
    {
        if (Done)
        {
            Loop.ScheduleWaiter(this, waiter);
            return;
        }

        switch (_waiters)
        {
            case null:
                _waiters = waiter;
                break;
            case WaiterList list:
                list.Add(waiter);
                break;
            default:
                _waiters = new WaiterList { _waiters, waiter };
                break;
        }
    }

    /// <summary>Whether <paramref name="waiter"/> was the last to be added: how gather finds an argument given twice.</summary>
    internal bool HasLastWaiter(object waiter) =>
        ReferenceEquals(_waiters is WaiterList list ? list.LastOrDefault() : _waiters, waiter);

    /// <exception cref="InvalidOperationException">It belongs to another loop than <paramref name="loop"/>.</exception>
    internal void ThrowUnlessOf(EventLoop loop)
    {
        if (!ReferenceEquals(Loop, loop))
        {
            throw new InvalidOperationException($"{Describe()} is attached to a different loop.");
        }
    }

    internal void RemoveWaiter(object waiter) => RemoveWaiters(known => ReferenceEquals(known, waiter));

    private int RemoveWaiters(Predicate<object> match)
    {
        if (_waiters is WaiterList list)
        {
            return list.RemoveAll(match);
        }

        if (_waiters is null || !match(_waiters))
        {
            return 0;
        }

        _waiters = null;
        return 1;
    }

    private protected void EndSucceeded()
    {
        if (_held is not null)
        {
            Error = null;
        }

        _state = FutureState.Succeeded;
        ScheduleWaiters();
    }

    private protected void EndFailed(ExceptionDispatchInfo error)
    {
        Error = error;
        _state = FutureState.Failed;
        Loop.NoteFailure(this);
        ScheduleWaiters();
    }

    private protected void EndCancelled(CancelReason? reason)
    {
        Error = reason;
        _state = FutureState.Cancelled;
        ScheduleWaiters();
    }

    private void ScheduleWaiters()
    {
        object? waiters = _waiters;
        _waiters = null;
        if (waiters is WaiterList list)
        {
            foreach (object waiter in list)
            {
                Loop.ScheduleWaiter(this, waiter);
            }
        }
        else if (waiters is not null)
        {
            Loop.ScheduleWaiter(this, waiters);
        }
    }

    internal void MarkRetrieved()
    {
        if (_state == FutureState.Failed)
        {
            _state |= Retrieved;
        }
    }

    /// <summary>Returns when it succeeded, throws what it ended with otherwise.</summary>
    internal void ThrowUnlessSucceeded()
    {
        if (_state != FutureState.Succeeded)
        {
            ThrowOutcome();
        }
    }

    private void ThrowOutcome()
    {
        switch (_state)
        {
            case FutureState.Pending:
                throw new InvalidStateException("Result is not ready.");
            case FutureState.Cancelled:
                throw new CancelledException(CancelReason);
            default:
                MarkRetrieved();
                ((ExceptionDispatchInfo)Error!).Throw();
                break;
        }
    }

    /// <summary>Several waiters of one future, in the order they came.</summary>
    private sealed class WaiterList : List<object>;
}
