using System.Collections.Concurrent;

namespace AsyncBasics.Lab.StandIns;

/// <content>Loops over sequences.</content>
public static partial class Parallel
{
    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", null, source, (item, _) => body(item));
    }

    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", null, source, body);
    }

    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, Action<TSource, ParallelLoopState, long> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        var loop = new ParallelLoop(null);
        return loop.Run(
            "Parallel.ForEach",
            source,
            static () => true,
            (item, number, local) =>
            {
                body(item, new ParallelLoopState(loop, number), number);
                return local;
            },
            static _ => { });
    }

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Loop("Parallel.ForEach", null, source, localInit, body, localFinally);
    }

    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", Checked(parallelOptions), source, (item, _) => body(item));
    }

    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", Checked(parallelOptions), source, body);
    }

    public static ParallelLoopResult ForEach<TSource>(IEnumerable<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState, long> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        var loop = new ParallelLoop(Checked(parallelOptions));
        return loop.Run(
            "Parallel.ForEach",
            source,
            static () => true,
            (item, number, local) =>
            {
                body(item, new ParallelLoopState(loop, number), number);
                return local;
            },
            static _ => { });
    }

    public static ParallelLoopResult ForEach<TSource, TLocal>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<TSource, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally)
    {
        ArgumentNullException.ThrowIfNull(source);
        return Loop("Parallel.ForEach", Checked(parallelOptions), source, localInit, body, localFinally);
    }

    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, Action<TSource> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", null, Items(source), (item, _) => body(item));
    }

    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, Action<TSource, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", null, Items(source), body);
    }

    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", Checked(parallelOptions), Items(source), (item, _) => body(item));
    }

    public static ParallelLoopResult ForEach<TSource>(Partitioner<TSource> source, ParallelOptions parallelOptions, Action<TSource, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.ForEach", Checked(parallelOptions), Items(source), body);
    }

    private static IEnumerable<TSource> Items<TSource>(Partitioner<TSource> source)
    {
        IEnumerator<TSource> items = source.GetPartitions(1)[0];
        while (items.MoveNext())
        {
            yield return items.Current;
        }
    }
}
