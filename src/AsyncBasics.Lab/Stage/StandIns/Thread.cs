using System.ComponentModel;
using System.Globalization;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Thread"/>: a lane of its own, which takes turns with the others.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Thread
{
    private const int MainThreadId = 1;

    private readonly Action<object?>? _body;
    private readonly Queue<BlockedCall> _joining = new();
    private readonly int? _site = Stage.ProgramHere?.StandInSite;
    private string? _name;
    private bool _hasStarted;

    public Thread(ThreadStart start)
        : this(Body(start))
    {
    }

    public Thread(ThreadStart start, int maxStackSize)
        : this(Body(start)) => ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    public Thread(ParameterizedThreadStart start)
        : this(Body(start))
    {
    }

    public Thread(ParameterizedThreadStart start, int maxStackSize)
        : this(Body(start)) => ArgumentOutOfRangeException.ThrowIfNegative(maxStackSize);

    private Thread(Action<object?> body)
    {
        _body = body;
        ManagedThreadId = Stage.Current.NextThreadId();
    }

    private Thread(int id, string? name, bool isPoolThread)
    {
        ManagedThreadId = id;
        _name = name;
        _hasStarted = true;
        IsAlive = true;
        IsThreadPoolThread = isPoolThread;
        IsBackground = isPoolThread;
    }

    public static Thread CurrentThread => WorkLane.Here is { } lane
        ? lane.ThreadOfProgram ??= new Thread(lane.Id, ".NET TP Worker", isPoolThread: true)
        : Stage.Current.MainThread ??= new Thread(MainThreadId, name: null, isPoolThread: false);

    public int ManagedThreadId { get; }

    public bool IsAlive { get; private set; }

    public bool IsBackground { get; set; }

    public bool IsThreadPoolThread { get; }

    public ThreadPriority Priority { get; set; } = ThreadPriority.Normal;

    public CultureInfo CurrentCulture
    {
        get => CultureInfo.CurrentCulture;
        set => CultureInfo.CurrentCulture = value;
    }

    public CultureInfo CurrentUICulture
    {
        get => CultureInfo.CurrentUICulture;
        set => CultureInfo.CurrentUICulture = value;
    }

    public string? Name
    {
        get => _name;
        set => _name = value;
    }

    public ThreadState ThreadState => (IsBackground ? ThreadState.Background : ThreadState.Running)
        | (IsAlive ? ThreadState.Running : _hasStarted ? ThreadState.Stopped : ThreadState.Unstarted);

    public static void Sleep(int millisecondsTimeout) => Threads.Sleep(millisecondsTimeout);

    public static void Sleep(TimeSpan timeout) => Threads.Sleep(timeout);

    public static bool Yield() => Threads.Yield();

    public static void SpinWait(int iterations) => Threads.SpinWait(iterations);

    public static void MemoryBarrier() => Interlocked.MemoryBarrier();

    public static int GetCurrentProcessorId() => 0;

    public void Start() => Start(parameter: null);

    public void Start(object? parameter)
    {
        if (_body is null || _hasStarted)
        {
            throw new ThreadStateException("Thread is running or terminated; it cannot restart.");
        }

        _hasStarted = true;
        IsAlive = true;
        Stage stage = Stage.Current;
        stage.ThrowIfEnding();
        Worker worker = stage.NewWorker(WorkerKind.Thread, _name ?? "Thread", _site);
        if (!IsBackground)
        {
            stage.ForegroundBegins();
        }

        bool isForeground = !IsBackground;
        stage.QueueWork(() => Live(stage, worker, parameter, isForeground));
    }

    public void UnsafeStart() => Start();

    public void UnsafeStart(object? parameter) => Start(parameter);

    public void Join() => Join(Timeout.InfiniteTimeSpan);

    public bool Join(int millisecondsTimeout) => Join(Waits.Timeout(millisecondsTimeout, nameof(millisecondsTimeout)));

    public bool Join(TimeSpan timeout)
    {
        Waits.ThrowIfNoTimeout(timeout, nameof(timeout));
        if (!_hasStarted)
        {
            throw new ThreadStateException("Thread has not been started.");
        }

        if (!IsAlive)
        {
            return true;
        }

        var call = new BlockedCall(BlockingKind.Join, $"{_name ?? "a thread"} to end");
        _joining.Enqueue(call);
        return Stage.Current.Wait(call, timeout);
    }

    public void Interrupt() => throw new PlatformNotSupportedException("The lab cannot interrupt a thread.");

    public override int GetHashCode() => ManagedThreadId;

    private static Action<object?> Body(ThreadStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return _ => start();
    }

    private static Action<object?> Body(ParameterizedThreadStart start)
    {
        ArgumentNullException.ThrowIfNull(start);
        return start.Invoke;
    }

    private void Live(Stage stage, Worker worker, object? parameter, bool isForeground)
    {
        WorkLane lane = WorkLane.Here!;
        Thread? poolThread = lane.ThreadOfProgram;
        lane.ThreadOfProgram = this;
        try
        {
            stage.Perform(worker, () => _body!(parameter));
        }
        catch (Exception exception)
        {
            stage.Crash(exception);
        }
        finally
        {
            lane.ThreadOfProgram = poolThread;
            stage.AtOwnTime(() => End(stage, isForeground));
        }
    }

    private void End(Stage stage, bool isForeground)
    {
        IsAlive = false;
        while (_joining.TryDequeue(out BlockedCall? call))
        {
            call.Release();
        }

        if (isForeground)
        {
            stage.ForegroundEnds();
        }
    }
}
