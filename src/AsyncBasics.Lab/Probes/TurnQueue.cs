namespace AsyncBasics.Lab;

/// <summary>
/// The continuations that are due. Each gets a turn of its own on the loop, in order. While a blocking call holds the loop, those that were
/// awaited with <c>ConfigureAwait(false)</c> can go on all the same, as they would on the thread pool.
/// </summary>
internal sealed class TurnQueue
{
    private readonly Queue<Turn> _free = new();

    /// <summary>Queues a turn.</summary>
    /// <param name="run">The code.</param>
    /// <param name="needsLoop">Whether it may only run on the loop.</param>
    public void Add(Action run, bool needsLoop)
    {
        var turn = new Turn(run);
        if (!needsLoop)
        {
            _free.Enqueue(turn);
        }

        if (EventLoop.RunningOrNull is { } loop)
        {
            loop.CallSoon(turn.Run);
        }
    }

    /// <summary>Whether a turn is due that does not need the loop.</summary>
    public bool HasFree
    {
        get
        {
            while (_free.TryPeek(out Turn? turn) && turn.HasRun)
            {
                _free.Dequeue();
            }

            return _free.Count > 0;
        }
    }

    /// <summary>Runs the first turn that is due and does not need the loop, if there is one.</summary>
    public bool RunFree()
    {
        if (!HasFree)
        {
            return false;
        }

        _free.Dequeue().Run();
        return true;
    }

    private sealed class Turn(Action run)
    {
        public bool HasRun { get; private set; }

        public void Run()
        {
            if (!HasRun && RunningProgram.Current is { Ending: null })
            {
                HasRun = true;
                SynchronizationContext? context = SynchronizationContext.Current;
                SynchronizationContext.SetSynchronizationContext(null);
                try
                {
                    run();
                }
                finally
                {
                    SynchronizationContext.SetSynchronizationContext(context);
                }
            }
        }
    }
}
