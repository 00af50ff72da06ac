using System.Diagnostics;

namespace AsyncBasics.Lab;

/// <summary>What a run may still use up. The rewritten program ticks at each turn of a loop and each call of a method.</summary>
/// <param name="stage">Whose budget it is.</param>
/// <param name="limits">What there is.</param>
internal sealed class Budget(Stage stage, RunLimits limits)
{
    // Counting is cheap, looking at clocks and memory is not: time is looked at now and then, memory less often.
    private const int TicksBetweenLooks = 1 << 8;
    private const int LooksBetweenMeasurings = 1 << 4;

    // The timeline and the findings take several times the memory of the events that they are made of.
    private const int MostEvents = 1_000_000;

    private int _ticksUntilLook = 1;
    private int _looksUntilMeasuring = 1;
    private long _steps;
    private long _started;
    private long _memoryBefore;
    private int _collections;

    /// <summary>How many ticks there were.</summary>
    public long Steps => _steps;

    /// <summary>How much real time is left.</summary>
    public TimeSpan WallTimeLeft
    {
        get
        {
            TimeSpan left = limits.WallTime - Stopwatch.GetElapsedTime(_started);
            return left < TimeSpan.Zero ? TimeSpan.Zero : left.TotalMilliseconds > int.MaxValue ? TimeSpan.FromMilliseconds(int.MaxValue) : left;
        }
    }

    /// <summary>Real time and memory count from here.</summary>
    public void Start()
    {
        _started = Stopwatch.GetTimestamp();
        _memoryBefore = GC.GetTotalMemory(forceFullCollection: false);
    }

    /// <summary>A step of the program.</summary>
    /// <exception cref="RunEndedException">The run is to end.</exception>
    public void Tick()
    {
        _steps++;
        if (--_ticksUntilLook <= 0)
        {
            Look();
            stage.Spinning.Computed(TicksBetweenLooks);
        }
        else if (GC.CollectionCount(generation: 1) != _collections)
        {
            // A few big pieces may use up the memory between two looks; they also cause collections.
            Measure();
        }
    }

    /// <summary>Looks at what has been used up; also called where time goes by.</summary>
    public void Look()
    {
        stage.ThrowIfEnding();
        _ticksUntilLook = TicksBetweenLooks;
        if (_steps > limits.Steps)
        {
            End(RunLimit.Steps, $"The program was stopped after {limits.Steps:N0} steps.");
        }

        if (stage.Recorded > MostEvents)
        {
            End(RunLimit.Memory, $"The program was stopped after {MostEvents:N0} waits, pauses and other events, which is as much as a report can hold.");
        }

        if (stage.Now > limits.VirtualTime && stage.IsVirtual)
        {
            End(RunLimit.VirtualTime, $"The program was stopped after {DurationText.Short(limits.VirtualTime)} of virtual time.");
        }

        if (--_looksUntilMeasuring <= 0)
        {
            Measure();
        }
    }

    /// <summary>The run is to end: the next tick, and each after it, throws.</summary>
    public void LookAtEveryTick() => _ticksUntilLook = 0;

    /// <summary>Real time is up.</summary>
    public void EndForWallTime() =>
        End(RunLimit.WallTime, $"The program was stopped after {DurationText.Short(limits.WallTime)} of real time.");

    /// <summary>The stack is nearly used up.</summary>
    public void EndForStackDepth() => End(RunLimit.StackDepth, "The program was stopped before its calls overflowed the stack.");

    /// <summary>Characters were written, <paramref name="total"/> in all.</summary>
    public void Wrote(long total)
    {
        if (total > limits.OutputCharacters)
        {
            End(RunLimit.Output, $"The program was stopped after it had written {limits.OutputCharacters:N0} characters.");
        }
    }

    /// <summary>Looks at real time and memory.</summary>
    public void Measure()
    {
        _looksUntilMeasuring = LooksBetweenMeasurings;
        _collections = GC.CollectionCount(generation: 1);
        if (Stopwatch.GetElapsedTime(_started) > limits.WallTime)
        {
            EndForWallTime();
        }

        if (GC.GetTotalMemory(forceFullCollection: false) - _memoryBefore > limits.MemoryBytes)
        {
            MeasureMemoryThoroughly();
        }
    }

    /// <summary>Much of it may be garbage.</summary>
    private void MeasureMemoryThoroughly()
    {
        if (GC.GetTotalMemory(forceFullCollection: true) - _memoryBefore > limits.MemoryBytes)
        {
            End(RunLimit.Memory, $"The program was stopped when it held more than {limits.MemoryBytes >> 20:N0} MiB of memory.");
        }
    }

    private void End(RunLimit limit, string message) => stage.EndHere(new LimitExceededException(limit, message));
}
