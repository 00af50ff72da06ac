using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace AsyncBasics.Lab;

/// <summary>The reading end of a channel.</summary>
internal sealed class StageChannelReader<T>(StageChannel<T> channel) : ChannelReader<T>
{
    public override Task Completion => channel.Completion;

    public override bool CanCount => true;

    public override bool CanPeek => true;

    public override int Count => channel.Count;

    public override bool TryPeek([MaybeNullWhen(false)] out T item) => channel.TryPeek(out item);

    public override bool TryRead([MaybeNullWhen(false)] out T item) => channel.TryRead(out item);

    public override ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken = default) => channel.WaitToReadAsync(cancellationToken);

    public override ValueTask<T> ReadAsync(CancellationToken cancellationToken = default)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<T>(cancellationToken);
        }

        var waiter = new ChannelReaderWaiter<T>(channel);
        channel.Read(waiter, cancellationToken);
        return new ValueTask<T>(waiter.Task);
    }

    public override IAsyncEnumerable<T> ReadAllAsync(CancellationToken cancellationToken = default) => new Items(channel, cancellationToken);

    private sealed class Items(StageChannel<T> channel, CancellationToken cancellationToken) : IAsyncEnumerable<T>
    {
        public IAsyncEnumerator<T> GetAsyncEnumerator(CancellationToken token = default) =>
            new Enumerator(channel, token.CanBeCanceled ? token : cancellationToken);
    }

    private sealed class Enumerator(StageChannel<T> channel, CancellationToken cancellationToken) : IAsyncEnumerator<T>
    {
        public T Current { get; private set; } = default!;

        public ValueTask<bool> MoveNextAsync()
        {
            if (channel.TryRead(out T? item))
            {
                Current = item!;
                return new ValueTask<bool>(true);
            }

            if (cancellationToken.IsCancellationRequested)
            {
                return ValueTask.FromCanceled<bool>(cancellationToken);
            }

            var next = new Next(this, channel);
            channel.Read(next, cancellationToken);
            return new ValueTask<bool>(next.Task);
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed class Next(Enumerator enumerator, object channel) : LimitedSource<bool>, IChannelReaderWaiter<T>
        {
            public bool Offer(T item)
            {
                if (Task.IsCompleted)
                {
                    return false;
                }

                enumerator.Current = item;
                return TryEnd(true);
            }

            public void Close(Exception? error)
            {
                if (error is null)
                {
                    TryEnd(false);
                }
                else
                {
                    TryFail(error);
                }
            }

            public void WaitIn(WaiterLine<IChannelReaderWaiter<T>> line, CancellationToken token) => line.Add(this, Task, channel, token);
        }
    }
}

/// <summary>The writing end of a channel.</summary>
internal sealed class StageChannelWriter<T>(StageChannel<T> channel) : ChannelWriter<T>
{
    public override bool TryWrite(T item) => channel.TryWrite(item);

    public override bool TryComplete(Exception? error = null) => channel.TryComplete(error);

    public override ValueTask WriteAsync(T item, CancellationToken cancellationToken = default) => channel.WriteAsync(item, cancellationToken);

    public override ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken = default) =>
        channel.WaitToWriteAsync(cancellationToken);
}
