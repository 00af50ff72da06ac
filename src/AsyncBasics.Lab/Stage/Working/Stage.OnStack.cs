namespace AsyncBasics.Lab;

/// <content>Running the others on top of one that waits, where there is only one stack.</content>
internal sealed partial class Stage
{
    [ThreadStatic]
    private static bool s_isLikeBrowser;

    /// <summary>Whether lanes have threads of their own; a browser has none.</summary>
    public bool HasThreads { get; } = !OperatingSystem.IsBrowser() && !s_isLikeBrowser;

    /// <summary>Whether stages that are made on this thread have one stack only, as in a browser. For tests.</summary>
    internal static bool IsLikeBrowser
    {
        get => s_isLikeBrowser;
        set => s_isLikeBrowser = value;
    }

    /// <summary>The calls that wait on the stack, the innermost last.</summary>
    internal Stack<BlockedCall> Waiting { get; } = new();

    /// <summary>Does something for others at the time at which the one who calls is.</summary>
    public void AtOwnTime(Action action)
    {
        if (WorkLane.Here is { Ahead: var ahead } && ahead > TimeSpan.Zero)
        {
            Timers.Start(TimeSpan.Zero, action);
        }
        else
        {
            action();
        }
    }

    /// <summary>Gives the others their turns until the call is over, or until it had better go ahead on a time of its own.</summary>
    internal void LetOthersRun(BlockedCall call, WorkLane lane)
    {
        TimeSpan own = Loop.Time + lane.Ahead;
        while (!call.IsOver)
        {
            ThrowIfEnding();
            if (call.Deadline is { } end && IsInTheWay(end, lane))
            {
                own = end;
                call.TimeOut();
            }
            else if (_turns.TryDequeue(out Action? turn))
            {
                turn();
            }
            else if (IsLoopFree && Loop.HasReady)
            {
                Loop.RunTurn();
            }
            else if (NextMoment() is { } moment)
            {
                PassUntil(moment);
                FireWhatIsDue();
            }
            else
            {
                EndForWantOfThreads();
            }
        }

        lane.Ahead = own > Loop.Time ? own - Loop.Time : TimeSpan.Zero;
    }

    /// <summary>Whether the loop can have turns: not while code of its own is below on the stack.</summary>
    private bool IsLoopFree => !_isLoopHeld;

    /// <summary>Only time is waited for, and to wait for it here would hold up one below, or a lock.</summary>
    private bool IsInTheWay(TimeSpan end, WorkLane lane)
    {
        if (lane.LocksHeld > 0 || lane.Ahead > TimeSpan.Zero)
        {
            return true;
        }

        TimeSpan next = NextMoment() is { } moment ? TimeSpan.FromTicks(moment) : end;
        return _turns.Count == 0
            && !(IsLoopFree && Loop.HasReady)
            && Waiting.Skip(1).Any(below => below.Deadline < end && below.Deadline <= next);
    }

    private long? NextMoment()
    {
        long? mine = Timers.NextDeadline;
        long? loops = IsLoopFree ? Loop.Timers.NextDeadline : null;
        return mine is null || loops < mine ? loops : mine;
    }

    private void FireWhatIsDue()
    {
        if (IsLoopFree)
        {
            Loop.TakeInDue();
        }
        else
        {
            Timers.FireNext();
        }
    }

    private void EndForWantOfThreads()
    {
        if (Waiting.Skip(1).Any(static below => below.IsOver) || _isLoopHeld)
        {
            EndHere(new UnhandledException(new PlatformNotSupportedException(
                "Work on several threads waits for each other here in a way that needs more than the one thread there is.")));
        }

        EndWithDeadlock();
    }
}
