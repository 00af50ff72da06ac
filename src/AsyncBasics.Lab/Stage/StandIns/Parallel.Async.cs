namespace AsyncBasics.Lab.StandIns;

/// <content>Loops whose turns are async.</content>
public static partial class Parallel
{
    public static Task ForEachAsync<TSource>(IEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body) =>
        ForEachAsync(source, new ParallelOptions(), body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body) =>
        ForEachAsync(source, new ParallelOptions { CancellationToken = cancellationToken }, body);

    public static Task ForEachAsync<TSource>(
        IEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        IEnumerator<TSource> items = source.GetEnumerator();
        return new AsyncParallelLoop<TSource>(
            parallelOptions,
            () => new ValueTask<bool>(items.MoveNext()),
            () => items.Current,
            () =>
            {
                items.Dispose();
                return ValueTask.CompletedTask;
            },
            body).Run();
    }

    public static Task ForEachAsync<TSource>(IAsyncEnumerable<TSource> source, Func<TSource, CancellationToken, ValueTask> body) =>
        ForEachAsync(source, new ParallelOptions(), body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, CancellationToken cancellationToken, Func<TSource, CancellationToken, ValueTask> body) =>
        ForEachAsync(source, new ParallelOptions { CancellationToken = cancellationToken }, body);

    public static Task ForEachAsync<TSource>(
        IAsyncEnumerable<TSource> source, ParallelOptions parallelOptions, Func<TSource, CancellationToken, ValueTask> body)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(body);
        IAsyncEnumerator<TSource> items = source.GetAsyncEnumerator(parallelOptions.CancellationToken);
        return new AsyncParallelLoop<TSource>(parallelOptions, items.MoveNextAsync, () => items.Current, items.DisposeAsync, body).Run();
    }

    public static Task ForAsync<T>(T fromInclusive, T toExclusive, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, System.Numerics.IBinaryInteger<T> => ForAsync(fromInclusive, toExclusive, new ParallelOptions(), body);

    public static Task ForAsync<T>(
        T fromInclusive, T toExclusive, CancellationToken cancellationToken, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, System.Numerics.IBinaryInteger<T> =>
        ForAsync(fromInclusive, toExclusive, new ParallelOptions { CancellationToken = cancellationToken }, body);

    public static Task ForAsync<T>(
        T fromInclusive, T toExclusive, ParallelOptions parallelOptions, Func<T, CancellationToken, ValueTask> body)
        where T : notnull, System.Numerics.IBinaryInteger<T>
    {
        return ForEachAsync(Numbers(), parallelOptions, body);

        IEnumerable<T> Numbers()
        {
            for (T i = fromInclusive; i < toExclusive; i++)
            {
                yield return i;
            }
        }
    }
}
