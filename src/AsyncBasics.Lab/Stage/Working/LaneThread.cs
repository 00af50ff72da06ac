using System.Diagnostics.CodeAnalysis;

namespace AsyncBasics.Lab;

/// <summary>
/// A thread on which work of the program's runs, one piece after the other. It runs only while the stage's thread waits for it, so that
/// still only one piece of the program's code runs at a time, and the order is the stage's.
/// </summary>
/// <remarks>A frame on the stack can wait only where it stands: so code that blocks needs a stack of its own.</remarks>
[SuppressMessage("Design", "CA1001", Justification = "A SemaphoreSlim without a wait handle has nothing to dispose of.")]
internal sealed class LaneThread
{
    private const int StackBytes = 1 << 20;

    [ThreadStatic]
    private static LaneThread? s_here;

    private readonly Stage _stage;
    private readonly SemaphoreSlim _go = new(0);
    private readonly SemaphoreSlim _back = new(0);
    private Action? _work;
    private bool _isAbandoned;
    private bool _wasTold;

    /// <summary>Starts the thread; it waits for work.</summary>
    public LaneThread(Stage stage)
    {
        _stage = stage;
        Id = stage.NextThreadId();
        new Thread(Live, StackBytes) { IsBackground = true, Name = "lane" }.Start();
    }

    /// <summary>The lane's thread that runs this code; <see langword="null"/> on the stage's own.</summary>
    public static LaneThread? Here => s_here;

    /// <summary>Its number, as a program would see it.</summary>
    public int Id { get; }

    /// <summary>Whose work it does now.</summary>
    public Worker? Worker { get; set; }

    /// <summary>Whether it waits for work.</summary>
    public bool IsFree => _work is null;

    /// <summary>On the stage's thread: does the work until it ends or waits.</summary>
    public void Do(Action work)
    {
        _work = work;
        Continue();
    }

    /// <summary>On the stage's thread: goes on where it waits, until it ends or waits again.</summary>
    public void Continue()
    {
        _go.Release();
        _back.Wait();
    }

    /// <summary>On this thread: waits until it is continued.</summary>
    public void Suspend()
    {
        ThrowIfAbandoned();
        _back.Release();
        AwaitTurn();
        ThrowIfAbandoned();
    }

    /// <summary>The run is over: lets the code that waits here unwind.</summary>
    public void Abandon()
    {
        _isAbandoned = true;
        _go.Release();
    }

    private void AwaitTurn()
    {
        _go.Wait();

        // While it has its turn, it is the loop's thread to everybody who asks; the real one waits.
        LoopThread.Current.Loop = _stage.Loop;
        LoopThread.Current.Observer = _stage.Loop.Observer;
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
        s_here = this;
        _stage.TakeThread();
        while (true)
        {
            AwaitTurn();
            if (_isAbandoned)
            {
                return;
            }

            SynchronizationContext.SetSynchronizationContext(_stage.PoolContext);
            try
            {
                _work!();
            }
            catch (Exception exception)
            {
                _stage.Crash(exception);
            }

            _work = null;
            Worker = null;
            if (_isAbandoned)
            {
                return;
            }

            _back.Release();
        }
    }
}
