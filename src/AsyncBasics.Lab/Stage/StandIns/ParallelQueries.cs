using System.Collections;
using System.Collections.Concurrent;
using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab.StandIns;

/// <summary>
/// Stands in for what begins a parallel query and says how it runs: it runs on the one thread that there is, however many are asked for.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class ParallelQueries
{
    private const int MostThreads = 512;

    // A query can be told its number of threads only once, and to keep its order only before that.
    private static readonly ConditionalWeakTable<ParallelQuery, ParallelQuery> s_beginnings = [];

    public static ParallelQuery<TSource> AsParallel<TSource>(IEnumerable<TSource> source) => OnOneThread(source.AsParallel());

    public static ParallelQuery<TSource> AsParallel<TSource>(Partitioner<TSource> source) => OnOneThread(source.AsParallel());

    public static ParallelQuery AsParallel(IEnumerable source) => AsParallel(source.Cast<object?>());

    public static ParallelQuery<int> Range(int start, int count) => OnOneThread(ParallelEnumerable.Range(start, count));

    public static ParallelQuery<TResult> Repeat<TResult>(TResult element, int count) => OnOneThread(ParallelEnumerable.Repeat(element, count));

    public static ParallelQuery<TSource> AsOrdered<TSource>(ParallelQuery<TSource> source) =>
        source is not null && s_beginnings.TryGetValue(source, out ParallelQuery? beginning)
            ? ((ParallelQuery<TSource>)beginning).AsOrdered().WithDegreeOfParallelism(1)
            : source!.AsOrdered();

    public static ParallelQuery AsOrdered(ParallelQuery source) =>
        source is ParallelQuery<object?> untyped ? AsOrdered(untyped) : source.AsOrdered();

    public static ParallelQuery<TSource> WithDegreeOfParallelism<TSource>(ParallelQuery<TSource> source, int degreeOfParallelism)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(degreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(degreeOfParallelism, MostThreads);
        return source;
    }

    private static ParallelQuery<TSource> OnOneThread<TSource>(ParallelQuery<TSource> beginning)
    {
        ParallelQuery<TSource> query = beginning.WithDegreeOfParallelism(1);
        s_beginnings.Add(query, beginning);
        return query;
    }
}
