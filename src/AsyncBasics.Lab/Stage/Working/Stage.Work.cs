namespace AsyncBasics.Lab;

/// <content>Work for other threads than the loop's.</content>
internal sealed partial class Stage
{
    private readonly Queue<Action> _turns = new();
    private readonly List<WorkLane> _lanes = [];
    private readonly Stack<WorkLane> _freeLanes = new();
    private int _workers;
    private int _threads = 3;
    private int _foregroundThreads;
    private BlockedCall? _whenForegroundEnds;

    /// <summary>Names a new piece of work.</summary>
    public Worker NewWorker(WorkerKind kind, string name, int? site = null)
    {
        var worker = new Worker(kind, name, ++_workers) { Site = site };
        Recorder.WorkQueued(worker);
        return worker;
    }

    /// <summary>A number for a new thread; the main thread has 1, and the next few are the system's own.</summary>
    public int NextThreadId() => ++_threads;

    /// <summary>Queues work of the pool. It begins when the code that is running now waits or ends.</summary>
    /// <param name="work">The work.</param>
    /// <param name="flow">The context to run it in; that of the caller by default.</param>
    public void QueueWork(Action work, ExecutionContext? flow = null)
    {
        flow ??= ExecutionContext.Capture();
        QueueTurn(() => BeginOnLane(flow is null ? work : () => ExecutionContext.Run(flow, static state => ((Action)state!)(), work)));
    }

    /// <summary>The body of a piece of work, told to the recorder.</summary>
    public T Perform<T>(Worker worker, Func<T> body)
    {
        WorkBegins(worker);
        Exception? error = null;
        try
        {
            return body();
        }
        catch (Exception exception)
        {
            error = exception;
            throw;
        }
        finally
        {
            Recorder.WorkEnds(worker, error);
        }
    }

    /// <inheritdoc cref="Perform{T}(Worker, Func{T})"/>
    public void Perform(Worker worker, Action body) => Perform(worker, () =>
    {
        body();
        return true;
    });

    /// <summary>A piece of work begins that consists of several.</summary>
    public void WorkBegins(Worker worker)
    {
        WorkGoesOn(worker);
        Recorder.WorkBegins(worker);
    }

    /// <summary>The next part of it begins.</summary>
    public static void WorkGoesOn(Worker worker)
    {
        if (WorkLane.Here is { } lane)
        {
            lane.Worker = worker;
        }
    }

    /// <summary>The last part of it has ended.</summary>
    public void WorkEnds(Worker worker) => Recorder.WorkEnds(worker, error: null);

    /// <summary>A thread of the program's begins that the program has to wait for before it ends.</summary>
    internal void ForegroundBegins() => _foregroundThreads++;

    /// <summary>It has ended.</summary>
    internal void ForegroundEnds()
    {
        if (--_foregroundThreads == 0)
        {
            _whenForegroundEnds?.Release();
        }
    }

    /// <summary>Queues a turn of a lane.</summary>
    internal void QueueTurn(Action turn)
    {
        _turns.Enqueue(turn);
        AskForTurn();
    }

    /// <summary>Asks the loop for a turn for whatever is first in the queue by then.</summary>
    private void AskForTurn() => Loop.ScheduleCallback(TurnOfLanes.Instance, this);

    private void AskForTurns()
    {
        for (int i = 0; i < _turns.Count; i++)
        {
            AskForTurn();
        }
    }

    private void BeginOnLane(Action work)
    {
        if (!_freeLanes.TryPop(out WorkLane? lane))
        {
            lane = HasThreads ? new LaneThread(this) : new LaneOnStack(this);
            _lanes.Add(lane);
        }

        lane.Do(() =>
        {
            try
            {
                work();
            }
            finally
            {
                lane.Worker = null;
                _freeLanes.Push(lane);
            }
        });
    }

    private void AbandonWork()
    {
        _turns.Clear();
        foreach (WorkLane lane in _lanes)
        {
            lane.Abandon();
        }
    }

    private sealed class TurnOfLanes : ReadyCallback
    {
        public static readonly TurnOfLanes Instance = new();

        public override void Invoke(object argument)
        {
            var stage = (Stage)argument;
            if (!stage._isOver && stage._turns.TryDequeue(out Action? turn))
            {
                turn();
            }
        }
    }
}
