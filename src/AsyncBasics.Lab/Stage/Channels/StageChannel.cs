using System.Threading.Channels;

namespace AsyncBasics.Lab;

/// <summary>
/// A channel whose readers and writers have their turns in the order in which they came. The original's internals go on in the system's
/// pool where nobody's context is captured.
/// </summary>
internal sealed class StageChannel<T> : Channel<T>
{
    private readonly IChannelItems<T> _items;
    private readonly int? _capacity;
    private readonly BoundedChannelFullMode _fullMode;
    private readonly Action<T>? _itemDropped;
    private readonly WaiterLine<IChannelReaderWaiter<T>> _readers = new(TaskFactKind.ChannelItem);
    private readonly WaiterLine<ChannelSignal> _waitingToRead = new(TaskFactKind.ChannelItem);
    private readonly WaiterLine<ChannelWriterWaiter<T>> _writers = new(TaskFactKind.ChannelRoom);
    private readonly WaiterLine<ChannelSignal> _waitingToWrite = new(TaskFactKind.ChannelRoom);
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isClosed;
    private Exception? _error;

    /// <summary>Makes an empty channel.</summary>
    /// <param name="items">What keeps the items.</param>
    /// <param name="capacity">How many it keeps; any number when <see langword="null"/>.</param>
    /// <param name="fullMode">What happens to an item for which there is no room.</param>
    /// <param name="itemDropped">Is told of items that are dropped.</param>
    public StageChannel(IChannelItems<T> items, int? capacity, BoundedChannelFullMode fullMode, Action<T>? itemDropped)
    {
        _items = items;
        _capacity = capacity;
        _fullMode = fullMode;
        _itemDropped = itemDropped;
        Reader = new StageChannelReader<T>(this);
        Writer = new StageChannelWriter<T>(this);
        Stage.Current.Recorder.TaskMade(_completion.Task, new TaskFact(TaskFactKind.ChannelEnd, Thing: this));
    }

    /// <summary>How many items it holds.</summary>
    public int Count => _items.Count;

    /// <summary>Ends when nothing more can be read.</summary>
    public Task Completion => _completion.Task;

    public bool TryPeek(out T? item) => _items.TryPeek(out item);

    public bool TryRead(out T? item)
    {
        Stage.Current.ThrowIfEnding();
        if (_items.TryTake(out item))
        {
            MakeRoom();
            CompleteIfDrained();
            return true;
        }

        if (_writers.TryTake(out ChannelWriterWaiter<T>? writer))
        {
            item = writer.Item;
            writer.TryEnd(true);
            return true;
        }

        return false;
    }

    /// <summary>Lets a reader wait for an item, or gives it one at once.</summary>
    public void Read(IChannelReaderWaiter<T> reader, CancellationToken cancellationToken)
    {
        if (TryRead(out T? item))
        {
            reader.Offer(item!);
        }
        else if (_isClosed)
        {
            reader.Close(_error);
        }
        else
        {
            reader.WaitIn(_readers, cancellationToken);
            foreach (ChannelSignal signal in _waitingToWrite.TakeAll())
            {
                signal.TryEnd(true);
            }
        }
    }

    public ValueTask<bool> WaitToReadAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_items.Count > 0 || _writers.HasAny)
        {
            return new ValueTask<bool>(true);
        }

        return _isClosed ? Closed() : Wait(_waitingToRead, cancellationToken);
    }

    public bool TryWrite(T item)
    {
        Stage.Current.ThrowIfEnding();
        if (_isClosed)
        {
            return false;
        }

        while (_readers.TryTake(out IChannelReaderWaiter<T>? reader))
        {
            if (reader.Offer(item))
            {
                return true;
            }
        }

        if (_capacity is not { } capacity || _items.Count < capacity)
        {
            Keep(item);
            return true;
        }

        return _fullMode != BoundedChannelFullMode.Wait && Drop(item);
    }

    public ValueTask WriteAsync(T item, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled(cancellationToken);
        }

        if (TryWrite(item))
        {
            return ValueTask.CompletedTask;
        }

        if (_isClosed)
        {
            return ValueTask.FromException(new ChannelClosedException(_error));
        }

        var writer = new ChannelWriterWaiter<T>(item);
        _writers.Add(writer, writer.Task, this, cancellationToken);
        foreach (ChannelSignal signal in _waitingToRead.TakeAll())
        {
            signal.TryEnd(true);
        }

        return new ValueTask(writer.Task);
    }

    public ValueTask<bool> WaitToWriteAsync(CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
        {
            return ValueTask.FromCanceled<bool>(cancellationToken);
        }

        if (_isClosed)
        {
            return Closed();
        }

        bool hasRoom = _capacity is not { } capacity || _items.Count < capacity || _readers.HasAny || _fullMode != BoundedChannelFullMode.Wait;
        return hasRoom ? new ValueTask<bool>(true) : Wait(_waitingToWrite, cancellationToken);
    }

    public bool TryComplete(Exception? error)
    {
        if (_isClosed)
        {
            return false;
        }

        _isClosed = true;
        _error = error;
        foreach (IChannelReaderWaiter<T> reader in _readers.TakeAll())
        {
            reader.Close(error);
        }

        foreach (ChannelWriterWaiter<T> writer in _writers.TakeAll())
        {
            writer.TryFail(new ChannelClosedException(error));
        }

        foreach (ChannelSignal signal in (ChannelSignal[])[.. _waitingToRead.TakeAll(), .. _waitingToWrite.TakeAll()])
        {
            signal.Close(error);
        }

        CompleteIfDrained();
        return true;
    }

    private ValueTask<bool> Closed() => _error is null ? new ValueTask<bool>(false) : ValueTask.FromException<bool>(_error);

    private ValueTask<bool> Wait(WaiterLine<ChannelSignal> line, CancellationToken cancellationToken)
    {
        var signal = new ChannelSignal();
        line.Add(signal, signal.Task, this, cancellationToken);
        return new ValueTask<bool>(signal.Task);
    }

    private void Keep(T item)
    {
        _items.Add(item);
        foreach (ChannelSignal signal in _waitingToRead.TakeAll())
        {
            signal.TryEnd(true);
        }
    }

    private bool Drop(T item)
    {
        switch (_fullMode)
        {
            case BoundedChannelFullMode.DropWrite:
                _itemDropped?.Invoke(item);
                break;
            case BoundedChannelFullMode.DropNewest:
                Replace(_items.TakeNewest(), item);
                break;
            default:
                Replace(_items.TryTake(out T? oldest) ? oldest! : item, item);
                break;
        }

        return true;
    }

    private void Replace(T dropped, T item)
    {
        _items.Add(item);
        _itemDropped?.Invoke(dropped);
    }

    private void MakeRoom()
    {
        if (_writers.TryTake(out ChannelWriterWaiter<T>? writer))
        {
            Keep(writer.Item);
            writer.TryEnd(true);
        }
        else
        {
            foreach (ChannelSignal signal in _waitingToWrite.TakeAll())
            {
                signal.TryEnd(true);
            }
        }
    }

    private void CompleteIfDrained()
    {
        if (!_isClosed || _items.Count > 0)
        {
            return;
        }

        switch (_error)
        {
            case null:
                _completion.TrySetResult();
                break;
            case OperationCanceledException cancelled:
                _completion.TrySetCanceled(cancelled.CancellationToken);
                break;
            default:
                _completion.TrySetException(_error);
                break;
        }
    }
}
