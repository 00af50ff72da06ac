using System.Diagnostics;
using AsyncBasics.Lab;

namespace AsyncBasics.Cli;

/// <summary>
/// Watches a run inside the host, on a thread of its own. It sends the report so far now and then, and when a program goes past its limits
/// in a place where the lab cannot stop it, deep inside the base class library for example, it says so and gives what there is.
/// </summary>
internal sealed class RunGuard
{
    private static readonly TimeSpan s_glance = TimeSpan.FromSeconds(0.05);
    private static readonly TimeSpan s_betweenCheckpoints = TimeSpan.FromSeconds(1);

    // A report on much takes long to make: the run itself should have most of its time.
    private const double ShareOfCheckpoints = 0.1;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(0.5);
    private static readonly TimeSpan s_patienceWithStop = TimeSpan.FromSeconds(1.5);

    private readonly RunLimits _limits;
    private readonly OutputPipe _answers;
    private readonly object _gate = new();
    private bool _hasEnded;
    private long _stopRequested;

    public RunGuard(RunLimits limits, OutputPipe answers)
    {
        _limits = limits;
        _answers = answers;
        Watch = new RunWatch { OnBegun = Begin, OnEnded = EndRun };
    }

    /// <summary>The look at the run.</summary>
    public RunWatch Watch { get; }

    /// <summary>Ends the run as soon as it can be ended.</summary>
    public void Stop()
    {
        Interlocked.CompareExchange(ref _stopRequested, Stopwatch.GetTimestamp(), 0);
        Watch.Stop("The program was stopped from outside.");
    }

    /// <summary>The program has ended by itself or was ended by the lab; what follows is the lab's own, and no limit of the program's counts any more.</summary>
    private void EndRun()
    {
        End();
        _answers.Say(MessageKind.RunEnded);
    }

    /// <summary>There is nothing to watch any more.</summary>
    public void End()
    {
        lock (_gate)
        {
            _hasEnded = true;
            Monitor.PulseAll(_gate);
        }
    }

    private void Begin()
    {
        _answers.Say(MessageKind.Begun);
        new Thread(() => Guard(Stopwatch.GetTimestamp())) { Name = "guard", IsBackground = true }.Start();
    }

    private void Guard(long begun)
    {
        long lastCheckpoint = begun;
        TimeSpan pause = s_betweenCheckpoints;
        long memoryBefore = Environment.WorkingSet;
        while (!EndsWithinGlance())
        {
            if (Excess(begun, memoryBefore) is { } excess)
            {
                Checkpoint(excess.Limit, excess.Message);
                _answers.Say(MessageKind.Stuck);
                return;
            }

            if (Stopwatch.GetElapsedTime(lastCheckpoint) > pause)
            {
                long checkpoint = Stopwatch.GetTimestamp();
                Checkpoint(limit: null, "The program went on.");
                lastCheckpoint = Stopwatch.GetTimestamp();
                TimeSpan fair = Stopwatch.GetElapsedTime(checkpoint, lastCheckpoint) / ShareOfCheckpoints;
                pause = fair > s_betweenCheckpoints ? fair : s_betweenCheckpoints;
            }
        }
    }

    private bool EndsWithinGlance()
    {
        lock (_gate)
        {
            return _hasEnded || (Monitor.Wait(_gate, s_glance) && _hasEnded);
        }
    }

    /// <summary>What the run has used too much of, without the lab's having ended it.</summary>
    private (RunLimit? Limit, string Message)? Excess(long begun, long memoryBefore)
    {
        if (Volatile.Read(ref _stopRequested) is > 0 and var stop && Stopwatch.GetElapsedTime(stop) > s_patienceWithStop)
        {
            return (null, "The program was stopped from outside, in the middle of something that could not be interrupted.");
        }

        if (Stopwatch.GetElapsedTime(begun) > _limits.WallTime + s_patience)
        {
            return (
                RunLimit.WallTime,
                $"The program was stopped after {_limits.WallTime.TotalSeconds:0.##} s of real time, in the middle of something that could not be interrupted.");
        }

        // Memory that the runtime does not count: the lab looks after the rest.
        const long Slack = 256L << 20;
        return Environment.WorkingSet - memoryBefore > _limits.MemoryBytes + Slack
            ? (RunLimit.Memory, $"The program was stopped when it held more than {_limits.MemoryBytes >> 20} MiB of memory.")
            : null;
    }

    private void Checkpoint(RunLimit? limit, string message)
    {
        if (Watch.ReportSoFar(Outcome.Limit, limit, message) is { } report)
        {
            _answers.Say(MessageKind.Checkpoint, ReportTransfer.Write(report));
        }
    }
}
