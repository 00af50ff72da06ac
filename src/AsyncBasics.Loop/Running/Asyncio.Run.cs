namespace AsyncBasics;

/// <summary>
/// asyncio's words in C# spelling. With <c>using static AsyncBasics.Asyncio;</c> a program reads as it would in Python:
/// <c>Run(Main())</c>, <c>await Sleep(1)</c>, <c>await Gather(...)</c>.
/// </summary>
public static partial class Asyncio
{
    /// <summary>
    /// Makes a loop, runs the coroutine on it to its end, cancels what is left, and closes the loop (<c>asyncio.run</c>). For the entry
    /// point of a program: inside a coroutine, await instead.
    /// </summary>
    /// <param name="main">The program's main coroutine.</param>
    /// <param name="options">The clock and so on; a real clock by default.</param>
    /// <exception cref="InvalidOperationException">A loop runs on this thread already.</exception>
    /// <exception cref="DeadlockException">Everybody waits and nothing could wake them.</exception>
    public static void Run(Coroutine main, EventLoopOptions? options = null)
    {
        using var runner = new Runner(options);
        runner.Run(main);
    }

    /// <inheritdoc cref="Run(Coroutine, EventLoopOptions?)"/>
    /// <returns>The coroutine's result.</returns>
    public static T Run<T>(Coroutine<T> main, EventLoopOptions? options = null)
    {
        using var runner = new Runner(options);
        return runner.Run(main);
    }

    /// <summary>
    /// Runs ordinary async code on a loop: its awaits come back to the loop's thread, and <see cref="EventLoop.TimeProvider"/> gives it
    /// the loop's clock. Otherwise as <see cref="Run(Coroutine, EventLoopOptions?)"/>.
    /// </summary>
    /// <param name="main">The async method.</param>
    /// <param name="options">The clock and so on; a real clock by default.</param>
    /// <inheritdoc cref="Run(Coroutine, EventLoopOptions?)" path="/exception"/>
    public static void Run(Func<Task> main, EventLoopOptions? options = null)
    {
        using var runner = new Runner(options);
        runner.Run(main);
    }

    /// <inheritdoc cref="Run(Func{Task}, EventLoopOptions?)"/>
    /// <returns>The result.</returns>
    public static T Run<T>(Func<Task<T>> main, EventLoopOptions? options = null)
    {
        using var runner = new Runner(options);
        return runner.Run(main);
    }
}
