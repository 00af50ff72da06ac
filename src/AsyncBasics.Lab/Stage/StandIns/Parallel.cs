using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Tasks.Parallel"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static partial class Parallel
{
    public static void Invoke(params Action[] actions) => Invoke(new ParallelOptions(), actions);

    public static void Invoke(ParallelOptions parallelOptions, params Action[] actions)
    {
        ArgumentNullException.ThrowIfNull(parallelOptions);
        ArgumentNullException.ThrowIfNull(actions);
        Loop("Parallel.Invoke", parallelOptions, actions, static (action, _) => action());
    }

    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", null, Range(fromInclusive, toExclusive), (index, _) => body(index));
    }

    public static ParallelLoopResult For(int fromInclusive, int toExclusive, Action<int, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", null, Range(fromInclusive, toExclusive), (index, state) => body(index, state));
    }

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally) =>
        Loop("Parallel.For", null, Range(fromInclusive, toExclusive), localInit, body, localFinally);

    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), (index, _) => body(index));
    }

    public static ParallelLoopResult For(int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Action<int, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), (index, state) => body(index, state));
    }

    public static ParallelLoopResult For<TLocal>(
        int fromInclusive, int toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<int, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally) =>
        Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), localInit, body, localFinally);

    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", null, Range(fromInclusive, toExclusive), (index, _) => body(index));
    }

    public static ParallelLoopResult For(long fromInclusive, long toExclusive, Action<long, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", null, Range(fromInclusive, toExclusive), (index, state) => body(index, state));
    }

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally) =>
        Loop("Parallel.For", null, Range(fromInclusive, toExclusive), localInit, body, localFinally);

    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), (index, _) => body(index));
    }

    public static ParallelLoopResult For(long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Action<long, ParallelLoopState> body)
    {
        ArgumentNullException.ThrowIfNull(body);
        return Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), (index, state) => body(index, state));
    }

    public static ParallelLoopResult For<TLocal>(
        long fromInclusive, long toExclusive, ParallelOptions parallelOptions, Func<TLocal> localInit, Func<long, ParallelLoopState, TLocal, TLocal> body, Action<TLocal> localFinally) =>
        Loop("Parallel.For", Checked(parallelOptions), Range(fromInclusive, toExclusive), localInit, body, localFinally);

    private static ParallelOptions Checked(ParallelOptions parallelOptions)
    {
        ArgumentNullException.ThrowIfNull(parallelOptions);
        return parallelOptions;
    }

    private static ParallelLoopResult Loop<T>(string name, ParallelOptions? options, IEnumerable<T> items, Action<T, ParallelLoopState> body)
    {
        var loop = new ParallelLoop(options);
        return loop.Run(
            name,
            items,
            static () => true,
            (item, number, local) =>
            {
                body(item, new ParallelLoopState(loop, number));
                return local;
            },
            static _ => { });
    }

    private static ParallelLoopResult Loop<T, TLocal>(
        string name,
        ParallelOptions? options,
        IEnumerable<T> items,
        Func<TLocal> localInit,
        Func<T, ParallelLoopState, TLocal, TLocal> body,
        Action<TLocal> localFinally)
    {
        ArgumentNullException.ThrowIfNull(localInit);
        ArgumentNullException.ThrowIfNull(body);
        ArgumentNullException.ThrowIfNull(localFinally);
        var loop = new ParallelLoop(options);
        return loop.Run(name, items, localInit, (item, number, local) => body(item, new ParallelLoopState(loop, number), local), localFinally);
    }

    private static IEnumerable<int> Range(int from, int to) => Enumerable.Range(from, Math.Max(0, to - from));

    private static IEnumerable<long> Range(long from, long to)
    {
        for (long i = from; i < to; i++)
        {
            yield return i;
        }
    }
}
