namespace AsyncBasics;

/// <summary>Reads an <see cref="AsyncStream{T}"/>: what <c>await foreach</c> uses.</summary>
/// <typeparam name="T">The type of the items.</typeparam>
public sealed class AsyncStreamReader<T>
{
    private readonly AsyncStreamSource<T> _source;
    private readonly CancellationToken _cancellationToken;

    internal AsyncStreamReader(AsyncStreamSource<T> source, CancellationToken cancellationToken)
    {
        _source = source;
        _cancellationToken = cancellationToken;
    }

    /// <summary>The item that <see cref="MoveNextAsync"/> has brought.</summary>
    public T Current => _source.Current;

    /// <summary>Waits for the next item.</summary>
    /// <returns>Whether there is one.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public Coroutine<bool> MoveNextAsync()
    {
        _cancellationToken.ThrowIfCancellationRequested();
        return _cancellationToken.CanBeCanceled ? MoveNextCancellably() : _source.MoveNext();
    }

    /// <summary>Ends the reading; the source lets go of what it holds.</summary>
    public Coroutine DisposeAsync() => _source.Close();

    /// <summary>The token may be cancelled on any thread; it cuts off this wait and nothing else of the task's.</summary>
    private async Coroutine<bool> MoveNextCancellably()
    {
        EventLoop loop = EventLoop.Running;
        var wait = new CancelScope();
        bool any = false;
        using (_cancellationToken.Register(() => loop.TryCallSoonThreadsafe(() => wait.Cancel("the token was cancelled"))))
        {
            if (await wait.Run(async () => any = await _source.MoveNext()))
            {
                return any;
            }
        }

        throw new OperationCanceledException(_cancellationToken);
    }
}

/// <summary>Where one reading of a stream gets its items from.</summary>
internal abstract class AsyncStreamSource<T>
{
    public abstract T Current { get; }

    public abstract Coroutine<bool> MoveNext();

    public abstract Coroutine Close();
}
