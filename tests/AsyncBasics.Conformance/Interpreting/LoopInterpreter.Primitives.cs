using AsyncBasics.Conformance.Language;

namespace AsyncBasics.Conformance.Interpreting;

/// <content>Locks, semaphores, events, conditions, queues, barriers, the counters that conditions watch, and context variables.</content>
internal sealed partial class LoopInterpreter
{
    private readonly Dictionary<string, object> _primitives = [];
    private readonly Dictionary<string, int> _counters = [];
    private readonly Dictionary<string, AsyncLocal<int?>> _variables = [];

    private void MakePrimitive(string name, int size)
    {
        if (name[0] == 'x')
        {
            _counters[name] = size;
            return;
        }

        if (name[0] == 'v')
        {
            _variables[name] = new AsyncLocal<int?>();
            return;
        }

        _primitives[name] = name[0] switch
        {
            'L' => new LoopLock(),
            'S' => new LoopSemaphore(size),
            'B' => new LoopBoundedSemaphore(size),
            'E' => new LoopEvent(),
            'C' => new LoopCondition(_primitives.GetValueOrDefault($"L{size - 1}") as LoopLock),
            'Q' => NumberQueue.Of(new LoopQueue<int>(size)),
            'P' => NumberQueue.Of(new LoopPriorityQueue<int, int>(size)),
            'K' => NumberQueue.Of(new LoopLifoQueue<int>(size)),
            'R' => new LoopBarrier(size),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No kind of thing has this letter."),
        };
    }

    private async Coroutine<Returned?> Within(Context context, Statement.With with)
    {
        await Observed(context, $"enter {with.Target}", Nothing(Acquire(with.Target)));
        Returned? returned;
        try
        {
            returned = await Block(context, with.Body);
        }
        catch
        {
            Leave(context, with.Target);
            throw;
        }

        Leave(context, with.Target);
        return returned;
    }

    /// <summary>Whoever released it in between makes this the release too many, which ends the statement with an error.</summary>
    private void Leave(Context context, string name)
    {
        try
        {
            Release(name);
        }
        catch (Exception error)
        {
            Log(context, $"leave {name} ! {Words.OfError(error)}");
            throw;
        }

        Log(context, $"leave {name}");
    }

    private async Coroutine Acquire(string name)
    {
        switch (_primitives[name])
        {
            case LoopLock mutex:
                await mutex.Acquire();
                break;
            case LoopCondition condition:
                await condition.Acquire();
                break;
            default:
                await Thing<LoopSemaphore>(name).Acquire();
                break;
        }
    }

    private void Release(string name)
    {
        switch (_primitives[name])
        {
            case LoopLock mutex:
                mutex.Release();
                break;
            case LoopCondition condition:
                condition.Release();
                break;
            default:
                Thing<LoopSemaphore>(name).Release();
                break;
        }
    }

    private bool IsLocked(string name) => _primitives[name] switch
    {
        LoopLock mutex => mutex.Locked,
        LoopCondition condition => condition.Locked,
        _ => Thing<LoopSemaphore>(name).Locked,
    };

    private string Look(string name) => _primitives[name] switch
    {
        LoopEvent signal => Words.OfValue(signal.IsSet),
        LoopBarrier barrier => $"{barrier.WaitingCount} {Words.OfValue(barrier.Broken)}",
        NumberQueue queue => $"{queue.Count} {Words.OfValue(queue.Empty)} {Words.OfValue(queue.Full)}",
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "There is nothing to see of this thing."),
    };

    private void Add(Context context, Statement.Add add)
    {
        _counters[add.Counter] += add.By;
        Log(context, $"add {add.Counter} = {_counters[add.Counter]}");
    }

    private void Notify(Context context, Statement.Notify notify) =>
        Attempt(context, $"notify {notify.Target} {notify.Count?.ToString() ?? "all"}", () =>
        {
            LoopCondition condition = Thing<LoopCondition>(notify.Target);
            if (notify.Count is { } count)
            {
                condition.Notify(count);
            }
            else
            {
                condition.NotifyAll();
            }

            return null;
        });

    private Coroutine WaitUntil(Context context, Statement.WaitUntil wait) => Observed(
        context,
        $"waituntil {wait.Target} {wait.Counter}>={wait.Least}",
        Nothing(Thing<LoopCondition>(wait.Target).WaitFor(() => _counters[wait.Counter] >= wait.Least)));

    private static async Coroutine<string> Number(Coroutine<int> awaited) => Words.OfValue(await awaited);

    private NumberQueue Queue(string name) => Thing<NumberQueue>(name);

    private T Thing<T>(string name) => (T)_primitives[name];
}
