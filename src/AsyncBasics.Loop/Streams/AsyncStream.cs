namespace AsyncBasics;

/// <summary>
/// A sequence whose items arrive later. In a coroutine, <c>await foreach</c> over it waits on the loop, exactly as awaiting a coroutine
/// does, and can be cancelled; ordinary async code sees it as an <see cref="IAsyncEnumerable{T}"/>.
/// </summary>
/// <typeparam name="T">The type of the items.</typeparam>
public abstract class AsyncStream<T> : IAsyncEnumerable<T>
{
    private protected AsyncStream()
    {
    }

    /// <summary>Begins to read: what <c>await foreach</c> calls.</summary>
    /// <param name="cancellationToken">Ends the reading, also while it waits for an item.</param>
    public AsyncStreamReader<T> GetAsyncEnumerator(CancellationToken cancellationToken = default) => new(Open(), cancellationToken);

    IAsyncEnumerator<T> IAsyncEnumerable<T>.GetAsyncEnumerator(CancellationToken cancellationToken) =>
        new NativeReader(GetAsyncEnumerator(cancellationToken), cancellationToken);

    /// <summary>The source of one reading.</summary>
    private protected abstract AsyncStreamSource<T> Open();

    private sealed class NativeReader(AsyncStreamReader<T> reader, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        public T Current => reader.Current;

        public async ValueTask<bool> MoveNextAsync()
        {
            try
            {
                return await reader.MoveNextAsync();
            }
            catch (CancelledException cancellation) when (cancellationToken.IsCancellationRequested)
            {
                // Ordinary code knows its cancellations by the token.
                throw new OperationCanceledException(cancellation.Message, cancellation, cancellationToken);
            }
        }

        public async ValueTask DisposeAsync() => await reader.DisposeAsync();
    }
}
