namespace AsyncBasics.Lab;

/// <summary>
/// The timers of the program's native code, by deadline and then by age. Each is set on the loop, too, which fires them in its turns; while
/// the loop is held by a blocking call, the stage fires them from here, as the system's timer thread would.
/// </summary>
internal sealed class StageTimers(Stage stage)
{
    private readonly PriorityQueue<StageTimer.Setting, (long Deadline, long Age)> _settings = new();
    private long _age;

    /// <summary>The first deadline, in ticks of the loop's clock.</summary>
    public long? NextDeadline
    {
        get
        {
            while (_settings.TryPeek(out StageTimer.Setting? setting, out _))
            {
                if (setting.IsLive)
                {
                    return setting.Deadline;
                }

                _settings.Dequeue();
            }

            return null;
        }
    }

    /// <summary>Makes a timer that fires once.</summary>
    public ITimer Start(TimeSpan due, Action callback)
    {
        var timer = new StageTimer(stage, static state => ((Action)state!)(), callback);
        timer.Change(due, Timeout.InfiniteTimeSpan);
        return timer;
    }

    /// <summary>Fires the first one; it is due.</summary>
    public void FireNext() => _settings.Dequeue().Fire();

    /// <summary>Sets them on the loop that runs now.</summary>
    public void SetAgain()
    {
        foreach ((StageTimer.Setting setting, _) in _settings.UnorderedItems.OrderBy(item => item.Priority))
        {
            if (setting.IsLive)
            {
                setting.SetOnLoop();
            }
        }
    }

    /// <summary>Forgets them all.</summary>
    public void Clear() => _settings.Clear();

    internal void Add(StageTimer.Setting setting)
    {
        _settings.Enqueue(setting, (setting.Deadline, ++_age));
        setting.SetOnLoop();
    }
}
