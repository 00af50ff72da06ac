namespace AsyncBasics.Tests;

/// <summary>Runs a program of a test in virtual time. A report that the test does not expect fails it.</summary>
internal static class VirtualTime
{
    /// <summary>A test that hangs ends with a list of who waits for what instead.</summary>
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(30);

    public static void Run(Func<Coroutine> main, LoopObserver? observer = null)
    {
        List<LoopReport> reports = [];
        Asyncio.Run(main(), Options(reports.Add, observer));
        Assert.Empty(reports);
    }

    public static T Run<T>(Func<Coroutine<T>> main)
    {
        List<LoopReport> reports = [];
        T result = Asyncio.Run(main(), Options(reports.Add));
        Assert.Empty(reports);
        return result;
    }

    /// <summary>Runs ordinary async code as the program's main.</summary>
    public static void RunNative(Func<Task> main)
    {
        List<LoopReport> reports = [];
        Asyncio.Run(main, Options(reports.Add));
        Assert.Empty(reports);
    }

    /// <summary>Runs a program for the sake of what is reported; what it throws is left aside.</summary>
    public static List<LoopReport> ReportsOf(Func<Coroutine> main, bool debug = false)
    {
        List<LoopReport> reports = [];
        try
        {
            Asyncio.Run(main(), Options(reports.Add) with { Debug = debug });
        }
        catch (ExpectedException)
        {
        }

        return reports;
    }

    /// <summary>A loop to be driven by hand. What it reports is lost unless <paramref name="onReport"/> is given.</summary>
    public static EventLoop NewLoop(Action<LoopReport>? onReport = null, LoopObserver? observer = null) =>
        new(Options(onReport ?? (_ => { }), observer));

    public static EventLoopOptions Options(Action<LoopReport> onReport, LoopObserver? observer = null) => new()
    {
        Clock = new VirtualClock(),
        OnReport = onReport,
        Observer = observer,
        RealTimeLimit = s_limit,
        Debug = false,
    };
}
