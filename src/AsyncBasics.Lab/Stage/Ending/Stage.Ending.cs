using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <content>How a run ends early.</content>
internal sealed partial class Stage
{
    private readonly List<BlockedCall> _blockedCalls = [];

    /// <summary>Why the run is to end, if it is.</summary>
    public RunEndedException? Ending { get; private set; }

    /// <summary>Ends the run: the first reason counts.</summary>
    public void End(RunEndedException reason)
    {
        Ending ??= reason;
        Budget.LookAtEveryTick();
        Loop.Stop();
        _ownLoop.Stop();
    }

    /// <summary>Ends the run from another thread, whether the program runs just now or its loop waits.</summary>
    public void EndFromOutside(RunEndedException reason)
    {
        Ending ??= reason;
        Budget.LookAtEveryTick();
        foreach (EventLoop loop in new[] { Loop, _ownLoop })
        {
            try
            {
                loop.CallSoonThreadsafe(() => End(reason));
            }
            catch (InvalidOperationException)
            {
                // It is over, or has not begun: whoever runs it looks at the ending.
            }
        }
    }

    /// <summary>Ends the run from inside the program's code.</summary>
    [DoesNotReturn]
    public void EndHere(RunEndedException reason)
    {
        End(reason);
        throw Ending!;
    }

    /// <summary>An exception that nobody can catch: it ends the program.</summary>
    public void Crash(Exception exception)
    {
        if (exception is not RunEndedException)
        {
            End(new UnhandledException(exception));
        }
    }

    /// <summary>Called by everything that the program calls: once the run is to end, nothing goes on.</summary>
    public void ThrowIfEnding()
    {
        if (Ending is not null)
        {
            throw Ending;
        }
    }

    private void EndWithDeadlock()
    {
        Recorder.StandsStill();
        EndHere(new StageDeadlockException([.. _blockedCalls], DescribeDeadlock()));
    }

    private string DescribeDeadlock() => _blockedCalls.Count == 0
        ? "Deadlock: everybody waits, and nothing is left that could wake anybody."
        : $"Deadlock: {string.Join("; ", _blockedCalls.Select(call => call.Describe()))}; nothing is left that could end that.";
}
