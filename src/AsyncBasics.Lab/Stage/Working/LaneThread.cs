using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>
/// A lane that is a thread. It runs only while the stage's thread waits for it, so that still only one piece of the program's code runs at a
/// time, and the order is the stage's.
/// </summary>
/// <remarks>A frame on the stack can wait only where it stands: so code that blocks needs a stack of its own.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim without a wait handle has nothing to dispose of.")]
internal sealed class LaneThread : WorkLane
{
    private const int StackBytes = 1 << 20;

    private readonly SemaphoreSlim _go = new(0);
    private readonly SemaphoreSlim _back = new(0);
    private Action? _work;
    private bool _isAbandoned;
    private bool _wasTold;

    /// <summary>Starts the thread; it waits for work.</summary>
    public LaneThread(Stage stage)
        : base(stage) => new Thread(Live, StackBytes) { IsBackground = true, Name = "lane" }.Start();

    public override void Do(Action work)
    {
        _work = work;
        Continue();
    }

    public override void Wait(BlockedCall call)
    {
        call.OnWake(() => Stage.QueueTurn(Continue));
        ThrowIfAbandoned();
        _back.Release();
        AwaitTurn();
        ThrowIfAbandoned();
    }

    public override void Abandon()
    {
        _isAbandoned = true;
        _go.Release();
    }

    /// <summary>On the stage's thread: goes on where it waits, until it ends or waits again.</summary>
    private void Continue()
    {
        _go.Release();
        if (!_back.Wait(Stage.Budget.WallTimeLeft))
        {
            // It neither ends nor waits, and says nothing any more: perhaps it waits for something of the system's.
            Stage.Budget.EndForWallTime();
        }
    }

    private void AwaitTurn()
    {
        _go.Wait();

        // While it has its turn, it is the loop's thread to everybody who asks; the real one waits.
        LoopThread.Current.Loop = Stage.Loop;
        LoopThread.Current.Observer = Stage.Loop.Observer;
    }

    private void ThrowIfAbandoned()
    {
        if (!_isAbandoned)
        {
            return;
        }

        if (_wasTold)
        {
            // It has caught its end, and would go on behind the back of whoever comes next.
            Thread.Sleep(Timeout.Infinite);
        }

        _wasTold = true;
        throw new ProgramExitedException(0);
    }

    private void Live()
    {
        Here = this;
        Stage.TakeThread();
        while (true)
        {
            AwaitTurn();
            if (_isAbandoned)
            {
                return;
            }

            SynchronizationContext.SetSynchronizationContext(Stage.PoolContext);
            try
            {
                _work!();
            }
            catch (Exception exception)
            {
                Stage.Crash(exception);
            }

            _work = null;
            if (_isAbandoned)
            {
                return;
            }

            _back.Release();
        }
    }
}
