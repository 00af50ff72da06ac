namespace AsyncBasics.Lab;

/// <summary>
/// A loop whose turns several workers do. They take the turns in order; who called waits until all have ended, and does none itself.
/// </summary>
internal sealed class ParallelLoop(ParallelOptions? options)
{
    private readonly List<Exception> _errors = [];
    private int _working;

    /// <summary>Whether no new turns are to begin.</summary>
    public bool IsStopped { get; private set; }

    /// <summary>Whether a turn has failed.</summary>
    public bool IsExceptional => _errors.Count > 0;

    /// <summary>The first turn that said no later one is needed.</summary>
    public long? LowestBreak { get; private set; }

    private static int Processors => StandIns.Surroundings.ProcessorCount();

    /// <summary>How many workers there are when nobody says otherwise.</summary>
    public static int WorkersOf(ParallelOptions? options) =>
        options is { MaxDegreeOfParallelism: > 0 } ? options.MaxDegreeOfParallelism : Processors;

    /// <summary>Whether a turn need not go on.</summary>
    public bool ShouldExit(long iteration) =>
        IsStopped || IsExceptional || iteration > LowestBreak || (options?.CancellationToken.IsCancellationRequested ?? false);

    /// <summary>No new turns are to begin.</summary>
    public void Stop()
    {
        if (LowestBreak is not null)
        {
            throw new InvalidOperationException("Stop was called after Break was called.");
        }

        IsStopped = true;
    }

    /// <summary>No turns after this one are needed.</summary>
    public void Break(long iteration)
    {
        if (IsStopped)
        {
            throw new InvalidOperationException("Break was called after Stop was called.");
        }

        LowestBreak = Math.Min(LowestBreak ?? long.MaxValue, iteration);
    }

    /// <summary>Does the turns.</summary>
    /// <param name="name">What is called, to name the workers.</param>
    /// <param name="turns">What there is to do, one after the other.</param>
    /// <param name="begin">Gives what a worker keeps from turn to turn.</param>
    /// <param name="body">A turn: its item, its number, what its worker keeps.</param>
    /// <param name="end">Takes what a worker has kept.</param>
    public StandIns.ParallelLoopResult Run<TItem, TLocal>(
        string name, IEnumerable<TItem> turns, Func<TLocal> begin, Func<TItem, long, TLocal, TLocal> body, Action<TLocal> end)
    {
        Stage stage = Stage.Current;
        options?.CancellationToken.ThrowIfCancellationRequested();
        var all = new BlockedCall(BlockingKind.Parallel, $"{name} to end");
        using IEnumerator<TItem> source = turns.GetEnumerator();
        long number = 0;
        _working = WorkersOf(options);
        if (turns.TryGetNonEnumeratedCount(out int count))
        {
            _working = Math.Min(_working, count);
        }

        for (int i = _working; i > 0; i--)
        {
            Worker worker = stage.NewWorker(WorkerKind.Parallel, name);
            stage.QueueWork(() => Begin(worker));
        }

        if (_working > 0)
        {
            stage.Wait(all, Timeout.InfiniteTimeSpan);
        }

        return End();

        void Begin(Worker worker)
        {
            stage.WorkBegins(worker);
            TLocal local = default!;
            bool hasBegun = Guard(() => local = begin());
            if (hasBegun)
            {
                Continue(worker, local);
            }
            else
            {
                EndWorker(worker);
            }
        }

        // Each turn is a piece of work of its own: so the others get their turns in between, even where all share one stack.
        void Continue(Worker worker, TLocal local)
        {
            bool goesOn = false;
            Guard(() => goesOn = !ShouldExit(number) && source.MoveNext());
            if (!goesOn)
            {
                Guard(() => end(local));
                EndWorker(worker);
                return;
            }

            TItem item = source.Current;
            long mine = number++;
            Guard(() => local = body(item, mine, local));
            stage.AtOwnTime(() => stage.QueueWork(() =>
            {
                Stage.WorkGoesOn(worker);
                Continue(worker, local);
            }));
        }

        void EndWorker(Worker worker)
        {
            stage.WorkEnds(worker);
            stage.AtOwnTime(() =>
            {
                if (--_working == 0)
                {
                    all.Release();
                }
            });
        }
    }

    private bool Guard(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (RunEndedException)
        {
            throw;
        }
        catch (Exception exception)
        {
            _errors.Add(exception);
            return false;
        }
    }

    private StandIns.ParallelLoopResult End()
    {
        if (options?.CancellationToken is { IsCancellationRequested: true } token
            && _errors.TrueForAll(error => error is OperationCanceledException cancelled && cancelled.CancellationToken == token))
        {
            throw new OperationCanceledException(token);
        }

        return _errors.Count > 0
            ? throw new AggregateException(_errors)
            : new StandIns.ParallelLoopResult(!IsStopped && LowestBreak is null, LowestBreak);
    }
}
