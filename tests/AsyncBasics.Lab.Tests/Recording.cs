namespace AsyncBasics.Lab.Tests;

/// <summary>Runs programs on a virtual clock with a recorder.</summary>
internal static class Recording
{
    /// <summary>Runs a program to its end, however it ends.</summary>
    public static Trace Of(Func<TraceRecorder, Coroutine> main)
    {
        var recorder = new TraceRecorder();
        Run(() => Asyncio.Run(main(recorder), OptionsFor(recorder)));
        return recorder.ToTrace();
    }

    public static Trace Of(Func<Coroutine> main) => Of(_ => main());

    /// <summary>The same for ordinary async code.</summary>
    public static Trace OfNative(Func<TraceRecorder, Task> main)
    {
        var recorder = new TraceRecorder();
        Run(() => Asyncio.Run(() => main(recorder), OptionsFor(recorder)));
        return recorder.ToTrace();
    }

    public static Timeline TimelineOf(Func<Coroutine> main) => Timeline.From(Of(main));

    public static Timeline TimelineOf(Func<TraceRecorder, Coroutine> main) => Timeline.From(Of(main));

    /// <summary>The only part of a program of ordinary async code.</summary>
    public static Timeline NativePart(Func<TraceRecorder, Task> main) => Assert.Single(Timeline.FromParts(OfNative(main)));

    private static EventLoopOptions OptionsFor(TraceRecorder recorder) => new()
    {
        Observer = recorder,
        Clock = new VirtualClock(),
        OnReport = _ => { },
    };

    private static void Run(Action program)
    {
        try
        {
            program();
        }
        catch (Exception e) when (e is ExpectedException or OperationCanceledException)
        {
            // That is what the test is about.
        }
    }
}

/// <summary>Thrown by programs that are meant to fail.</summary>
internal sealed class ExpectedException(string message) : Exception(message);
