using System.Diagnostics.CodeAnalysis;
using System.Threading.Channels;

namespace AsyncBasics.Lab;

/// <summary>Those who wait for something, in the order in which they came.</summary>
/// <param name="kind">What they wait for.</param>
internal sealed class WaiterLine<TWaiter>(TaskFactKind kind)
    where TWaiter : class
{
    private readonly LinkedList<TWaiter> _line = new();

    public bool HasAny => _line.Count > 0;

    /// <summary>Adds one, until it is taken or its token is cancelled.</summary>
    /// <param name="waiter">Who waits.</param>
    /// <param name="task">What it waits with.</param>
    /// <param name="channel">What it waits at.</param>
    /// <param name="cancellationToken">Takes it out of the line, and cancels its task.</param>
    public void Add<T>(TWaiter waiter, Task<T> task, object channel, CancellationToken cancellationToken)
    {
        Stage stage = Stage.Current;
        LinkedListNode<TWaiter> place = _line.AddLast(waiter);
        ((LimitedSource<T>)(object)waiter).Limit(
            stage,
            Timeout.InfiniteTimeSpan,
            () =>
            {
                if (place.List is not null)
                {
                    _line.Remove(place);
                }
            },
            cancellationToken);
        stage.Recorder.TaskMade(task, new TaskFact(kind, Thing: channel));
    }

    public bool TryTake([NotNullWhen(true)] out TWaiter? waiter)
    {
        waiter = _line.First?.Value;
        if (waiter is null)
        {
            return false;
        }

        _line.RemoveFirst();
        return true;
    }

    public TWaiter[] TakeAll()
    {
        if (_line.Count == 0)
        {
            return [];
        }

        TWaiter[] all = [.. _line];
        _line.Clear();
        return all;
    }
}

/// <summary>Who waits to be told that there is something to read, or room to write.</summary>
internal sealed class ChannelSignal : LimitedSource<bool>
{
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
}

/// <summary>Who waits for room for its item.</summary>
internal sealed class ChannelWriterWaiter<T>(T item) : LimitedSource<bool>
{
    public T Item { get; } = item;
}

/// <summary>Who waits for an item.</summary>
internal interface IChannelReaderWaiter<T>
{
    /// <summary>Gives it an item; whether it still wanted one.</summary>
    bool Offer(T item);

    /// <summary>There will be none.</summary>
    void Close(Exception? error);

    /// <summary>It has to wait.</summary>
    void WaitIn(WaiterLine<IChannelReaderWaiter<T>> line, CancellationToken cancellationToken);
}

/// <summary>Who waits in <c>ReadAsync</c>.</summary>
internal sealed class ChannelReaderWaiter<T>(object channel) : LimitedSource<T>, IChannelReaderWaiter<T>
{
    public bool Offer(T item) => TryEnd(item);

    public void Close(Exception? error) => TryFail(new ChannelClosedException(error));

    public void WaitIn(WaiterLine<IChannelReaderWaiter<T>> line, CancellationToken cancellationToken) =>
        line.Add(this, Task, channel, cancellationToken);
}
