using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// A coroutine that has been scheduled on an event loop (<c>asyncio.Task</c>): it runs by itself, has a name, can be
/// cancelled, asked, and awaited by many.
/// </summary>
/// <remarks>
/// The frame that holds a coroutine's state is the task too once the coroutine is scheduled: one object for both. A frame
/// that is awaited in place never shows itself as a task. The parts of this class: the task as its users see it (here), the
/// frame (<c>LoopTask.Frame.cs</c>) and who claims it (<c>LoopTask.Claim.cs</c>), stepping (<c>LoopTask.Step.cs</c>), what it waits for
/// (<c>LoopTask.Wait.cs</c>), ending (<c>LoopTask.End.cs</c>), cancellation (<c>LoopTask.Cancel.cs</c>), waiting for native code
/// (<c>LoopTask.Native.cs</c>) and tasks that nobody sees (<c>LoopTask.Hidden.cs</c>).
/// </remarks>
public abstract partial class LoopTask : Future
{
    /// <summary>Counts from one; none in a frame that is no task.</summary>
    private int _number;

    private protected LoopTask()
    {
    }

    /// <summary>Its name: the one it was given, or <c>Task-N</c> (<c>Task.get_name</c>).</summary>
    public string Name
    {
        get => ExtrasOrNull?.Name ?? $"Task-{_number}";
        set
        {
            Extras.Name = value ?? throw new ArgumentNullException(nameof(value));
            Extras.OwnReason = null;
        }
    }

    /// <summary>The name of the coroutine method that it runs.</summary>
    public abstract string CoroutineName { get; }

    /// <summary>Where it was created, in debug mode; <see langword="null"/> otherwise.</summary>
    public string? CreatedAt => ExtrasOrNull?.CreatedAt;

    /// <summary>The context that flows through its steps: what its <see cref="AsyncLocal{T}"/> values are.</summary>
    internal ExecutionContext? Context => ExtrasOrNull?.Context;

    /// <summary>Counts up with every task of a loop; gives lists of tasks the order of creation.</summary>
    internal int Number => _number;

    /// <summary>Whether the coroutine runs by itself; if not, it is awaited in place, and its owner is a thread or the frame that awaits it.</summary>
    private bool IsTask => _number != 0;

    private TaskExtras? ExtrasOrNull => _held as TaskExtras;

    private TaskExtras Extras
    {
        get
        {
            if (_held is not TaskExtras extras)
            {
                _held = extras = HoldsWait ? new TaskExtras { Wait = HeldWait } : new TaskExtras { Error = _held };
            }

            return extras;
        }
    }

    internal override IEnumerable<Future> WaitsFor => CurrentWait.Future is { } future ? [future] : [];

    internal override string Describe() => $"task {Name} ({CoroutineName})";

    /// <inheritdoc/>
    public override string ToString() => $"<Task {StateWord} name='{Name}' coro=<{CoroutineName}>>";

    /// <summary>
    /// Turns the frame of a coroutine that has not started into a task, and queues its first step, or runs it right here when it is eager.
    /// </summary>
    internal void BecomeTask(EventLoop loop, string? name, bool eager = false)
    {
        Register(loop, name, isHeld: false);
        if (eager && loop.IsRunningHere && RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            StepInside(LoopThread.Current);
        }
        else
        {
            loop.ScheduleStep(this);
        }
    }

    /// <summary>As <see cref="BecomeTask"/>, for a gather, which holds the task and queues its first step.</summary>
    internal void BecomeHeldTask(EventLoop loop, FutureCallback waiter)
    {
        Register(loop, name: null, isHeld: true);
        SetFirstWaiter(waiter);
    }

    private void Register(EventLoop loop, string? name, bool isHeld)
    {
        _owner = loop;
        _number = loop.NextTaskNumber();
        if (name is not null)
        {
            Extras.Name = name;
        }

        ExecutionContext? context = loop.ContextForTask();
        if (context != loop.BaseContext)
        {
            Extras.Context = context;
        }

        if (loop.Debug)
        {
            Extras.CreatedAt = CreationPlace.Capture();
        }

        if (isHeld)
        {
            Slot = TaskRegistry.NoSlot;
        }
        else
        {
            loop.Tasks.Add(this);
        }

        loop.Observer?.TaskCreated(this, LoopThread.Current.Task);
    }
}
