using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <content>Gather.</content>
public static partial class Asyncio
{
    /// <summary>
    /// Runs coroutines together and waits for all (<c>asyncio.gather</c>). The results stand in the order of the arguments. The first
    /// error goes to the one who awaits; the siblings go on. Cancelling the result cancels all of them.
    /// </summary>
    /// <returns>What to await for the results.</returns>
    /// <exception cref="InvalidOperationException">No loop runs here, or a coroutine was awaited before.</exception>
    [OverloadResolutionPriority(1)]
    public static Future<T[]> Gather<T>(params ReadOnlySpan<Coroutine<T>> coroutines)
    {
        var gather = new GatherFuture<T[]>(EventLoop.Running, coroutines.Length, returnExceptions: false, Gathered.Results<T>);
        foreach (Coroutine<T> coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<T[]> Gather<T>(IEnumerable<Coroutine<T>> coroutines)
    {
        ArgumentNullException.ThrowIfNull(coroutines);
        var gather = new GatherFuture<T[]>(EventLoop.Running, CountOf(coroutines), returnExceptions: false, Gathered.Results<T>);
        foreach (Coroutine<T> coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    [OverloadResolutionPriority(1)]
    public static Future<T[]> Gather<T>(params ReadOnlySpan<LoopTask<T>> tasks)
    {
        var gather = new GatherFuture<T[]>(EventLoop.Running, tasks.Length, returnExceptions: false, Gathered.Results<T>);
        foreach (LoopTask<T> task in tasks)
        {
            gather.Add(task);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<T[]> Gather<T>(IEnumerable<LoopTask<T>> tasks) => GatherAll(tasks, false, Gathered.Results<T>);

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<T[]> Gather<T>(IEnumerable<Future<T>> futures) => GatherAll(futures, false, Gathered.Results<T>);

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    [OverloadResolutionPriority(1)]
    public static Future Gather(params ReadOnlySpan<Coroutine> coroutines)
    {
        var gather = new GatherFuture<bool>(EventLoop.Running, coroutines.Length, returnExceptions: false, Gathered.Nothing);
        foreach (Coroutine coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future Gather(IEnumerable<Coroutine> coroutines)
    {
        ArgumentNullException.ThrowIfNull(coroutines);
        var gather = new GatherFuture<bool>(EventLoop.Running, CountOf(coroutines), returnExceptions: false, Gathered.Nothing);
        foreach (Coroutine coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <summary>Waits for all of the futures and tasks, whatever their results (<c>asyncio.gather</c>).</summary>
    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future Gather(params ReadOnlySpan<Future> futures)
    {
        var gather = new GatherFuture<bool>(EventLoop.Running, futures.Length, returnExceptions: false, Gathered.Nothing);
        foreach (Future future in futures)
        {
            gather.Add(future);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="Gather(ReadOnlySpan{Future})"/>
    public static Future Gather(IEnumerable<Future> futures) => GatherAll(futures, false, Gathered.Nothing);

    /// <summary>
    /// As gather, but an error is an outcome like any other and does not go to the one who awaits
    /// (<c>asyncio.gather(return_exceptions=True)</c>).
    /// </summary>
    /// <inheritdoc cref="Gather{T}(ReadOnlySpan{Coroutine{T}})"/>
    [OverloadResolutionPriority(1)]
    public static Future<Outcome<T>[]> GatherOutcomes<T>(params ReadOnlySpan<Coroutine<T>> coroutines)
    {
        var gather = new GatherFuture<Outcome<T>[]>(EventLoop.Running, coroutines.Length, returnExceptions: true, Gathered.Outcomes<T>);
        foreach (Coroutine<T> coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="GatherOutcomes{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<Outcome<T>[]> GatherOutcomes<T>(IEnumerable<Coroutine<T>> coroutines)
    {
        ArgumentNullException.ThrowIfNull(coroutines);
        var gather = new GatherFuture<Outcome<T>[]>(EventLoop.Running, CountOf(coroutines), returnExceptions: true, Gathered.Outcomes<T>);
        foreach (Coroutine<T> coroutine in coroutines)
        {
            gather.Add(coroutine);
        }

        return gather.Begin();
    }

    /// <inheritdoc cref="GatherOutcomes{T}(ReadOnlySpan{Coroutine{T}})"/>
    public static Future<Outcome<T>[]> GatherOutcomes<T>(IEnumerable<LoopTask<T>> tasks) =>
        GatherAll(tasks, true, Gathered.Outcomes<T>);

    /// <inheritdoc cref="GatherOutcomes{T}(ReadOnlySpan{Coroutine{T}})"/>
    /// <returns>For each its exception, or <see langword="null"/> after success.</returns>
    public static Future<Exception?[]> GatherOutcomes(IEnumerable<Future> futures) => GatherAll(futures, true, Gathered.Errors);

    private static GatherFuture<TResult> GatherAll<TResult>(
        IEnumerable<Future> futures, bool returnExceptions, Func<ReadOnlySpan<Future>, TResult> collect)
    {
        ArgumentNullException.ThrowIfNull(futures);
        var gather = new GatherFuture<TResult>(EventLoop.Running, CountOf(futures), returnExceptions, collect);
        foreach (Future future in futures)
        {
            gather.Add(future);
        }

        return gather.Begin();
    }

    private static int CountOf<T>(IEnumerable<T> items) => items.TryGetNonEnumeratedCount(out int count) ? count : 0;
}
