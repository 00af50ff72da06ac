using System.Diagnostics;

namespace AsyncBasics.Lab;

/// <content>Running a program.</content>
internal sealed partial class Stage
{
    /// <summary>What .NET itself has sent to the system's pool comes back in no time, but for a busy machine.</summary>
    private static readonly TimeSpan s_shortForPool = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan s_longForPool = TimeSpan.FromSeconds(1);

    private bool _isOver;

    /// <summary>How long those outside, such as files and sockets, may take before nothing is expected of them any more; no time by default.</summary>
    public TimeSpan Patience { get; init; }

    /// <summary>Runs a program whose entry point is async: all of it is turns of the loop.</summary>
    /// <exception cref="RunEndedException">It was ended before its end.</exception>
    public void Run(Func<Task> main) => OnThisThread(() =>
    {
        Future ended = NativeFuture.Start(_ownLoop, () =>
        {
            SynchronizationContext.SetSynchronizationContext(LoopContext);
            try
            {
                return main();
            }
            finally
            {
                Program?.Recorder.EndTurn(depth: 0);
            }
        });
        try
        {
            RunLoopUntil(ended);
        }
        finally
        {
            // How the program itself ended is its outcome, and not an error that nobody has seen.
            ended.MarkRetrieved();
        }

        ended.ThrowUnlessSucceeded();
    });

    /// <summary>
    /// Runs a program whose entry point is not async: it is not a turn of the loop. Where it blocks, the loop runs meanwhile, as the threads of
    /// the pool would in a console program.
    /// </summary>
    /// <exception cref="RunEndedException">It was ended before its end.</exception>
    public void Run(Action main) => OnThisThread(() =>
    {
        SynchronizationContext.SetSynchronizationContext(LoopContext);
        main();
    });

    /// <summary>Nothing of the program runs after this.</summary>
    public void Dispose()
    {
        _isOver = true;
        Timers.Clear();
        AbandonWork();
        if (!_ownLoop.IsRunning)
        {
            _ownLoop.Close();
        }
    }

    private void OnThisThread(Action program)
    {
        Stage? outerStage = s_here;
        LoopHost? outerHost = LoopHost.Here;
        SynchronizationContext? outerContext = SynchronizationContext.Current;
        Stage? outerFlow = s_flowing.Value;
        s_here = this;
        s_flowing.Value = this;
        LoopHost.Here = this;
        Budget.Start();
        try
        {
            program();
            WaitForForegroundThreads();
            ThrowIfEnding();
        }
        catch (Exception exception) when (Ending is not null && !ReferenceEquals(exception, Ending))
        {
            // The end was on its way through code that made something else of it.
            throw Ending;
        }
        finally
        {
            s_here = outerStage;
            s_flowing.Value = outerFlow;
            LoopHost.Here = outerHost;
            SynchronizationContext.SetSynchronizationContext(outerContext);
            TellSuspected();
        }
    }

    /// <summary>Runs the stage's own loop from outside of it.</summary>
    private void RunLoopUntil(Future future)
    {
        while (!future.Done)
        {
            try
            {
                _ownLoop.RunUntilComplete(future);
            }
            catch (DeadlockException)
            {
                if (!OutsideHasPosted())
                {
                    EndWithDeadlock();
                }
            }
            catch (InvalidOperationException) when (Ending is not null)
            {
                // The loop was stopped because the run is to end.
            }

            ThrowIfEnding();
        }
    }

    /// <summary>Nothing here can go on. Files and sockets, of which the stage knows nothing, are given a while to say something.</summary>
    private bool OutsideHasPosted()
    {
        long start = Stopwatch.GetTimestamp();
        while (!_ownLoop.HasReady)
        {
            TimeSpan waited = Stopwatch.GetElapsedTime(start);
            if (waited >= Patience && (OperatingSystem.IsBrowser() || waited >= s_longForPool || (waited >= s_shortForPool && ThreadPool.PendingWorkItemCount == 0)))
            {
                return false;
            }

            Budget.Measure();
            Thread.Sleep(1);
        }

        return true;
    }

    private void WaitForForegroundThreads()
    {
        while (_foregroundThreads > 0)
        {
            var call = new BlockedCall(BlockingKind.Join, "the program's other threads");
            _whenForegroundEnds = call;
            Wait(call, Timeout.InfiniteTimeSpan);
        }
    }
}
