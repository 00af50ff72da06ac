namespace AsyncBasics;

/// <content>AsCompleted.</content>
public static partial class Asyncio
{
    /// <summary>
    /// The tasks in the order in which they end (<c>asyncio.as_completed</c>, the asynchronous form of 3.13, which gives the tasks
    /// themselves): <c>await foreach (var task in AsCompleted(tasks)) { var result = await task; }</c>.
    /// </summary>
    /// <param name="tasks">The tasks; one given twice comes once.</param>
    /// <param name="timeout">How long to wait for all of them at most, in seconds; without limit by default.</param>
    /// <returns>A stream that throws a <see cref="TimeoutException"/> when the time is up; it can be read once.</returns>
    public static AsyncStream<LoopTask<T>> AsCompleted<T>(IEnumerable<LoopTask<T>> tasks, double? timeout = null) =>
        new CompletionStream<LoopTask<T>>(tasks, timeout);

    /// <summary>Runs the coroutines as tasks, and gives the tasks in the order in which they end.</summary>
    /// <inheritdoc cref="AsCompleted{T}(IEnumerable{LoopTask{T}}, double?)"/>
    /// <param name="coroutines">The coroutines.</param>
    /// <param name="timeout">How long to wait for all of them at most, in seconds; without limit by default.</param>
    public static AsyncStream<LoopTask<T>> AsCompleted<T>(IEnumerable<Coroutine<T>> coroutines, double? timeout = null)
    {
        ArgumentNullException.ThrowIfNull(coroutines);
        return new CompletionStream<LoopTask<T>>([.. coroutines.Select(coroutine => CreateTask(coroutine))], timeout);
    }

    /// <summary>The futures in the order in which they end.</summary>
    /// <inheritdoc cref="AsCompleted{T}(IEnumerable{LoopTask{T}}, double?)"/>
    /// <param name="futures">Tasks or futures of whatever type.</param>
    /// <param name="timeout">How long to wait for all of them at most, in seconds; without limit by default.</param>
    public static AsyncStream<Future> AsCompleted(IEnumerable<Future> futures, double? timeout = null) =>
        new CompletionStream<Future>(futures, timeout);
}
