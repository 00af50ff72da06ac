namespace AsyncBasics;

/// <summary>
/// What the ends of a channel share: the values on their way and the tasks that wait. After trio's memory channel: a value goes
/// directly to a receiver that waits.
/// </summary>
internal sealed class LoopChannel<T> : LoopPrimitive
{
    private readonly Queue<T> _buffer = new();

    /// <summary>
    /// Values whose receiver was cancelled between being handed the value and its turn, by age. They are older than anything in the
    /// buffer, because only an empty channel makes a receiver wait.
    /// </summary>
    private readonly PriorityQueue<T, long> _returned = new();

    /// <summary>Values that were handed to a receiver whose turn has not come yet.</summary>
    private int _inHand;

    private long _handed;
    private int _sendingEnds;
    private int _receivingEnds;

    public LoopChannel(int capacity)
    {
        Capacity = capacity;
        Senders = new ChannelWaiters<T>(this);
        Receivers = new ChannelWaiters<T>(this);
    }

    public int Capacity { get; }

    public int Count => _buffer.Count + _returned.Count;

    public ChannelWaiters<T> Senders { get; }

    public ChannelWaiters<T> Receivers { get; }

    /// <summary>Whether nothing will come any more.</summary>
    public bool HasEnded => _sendingEnds == 0 && _inHand == 0 && Count == 0;

    private protected override string Kind => "channel";

    private protected override string StateInWords =>
        $"{Count} of {(Capacity == int.MaxValue ? "any number" : Capacity)}, ends:{_sendingEnds}+{_receivingEnds}"
        + $"{(Senders.Count > 0 ? $", senders:{Senders.Count}" : string.Empty)}"
        + $"{(Receivers.Count > 0 ? $", receivers:{Receivers.Count}" : string.Empty)}";

    public void OpenSendingEnd() => _sendingEnds++;

    public void OpenReceivingEnd() => _receivingEnds++;

    /// <summary>Passes the value on if nobody has to wait for that.</summary>
    /// <exception cref="BrokenChannelException">Nobody can receive any more.</exception>
    public bool TrySend(T value)
    {
        if (_receivingEnds == 0)
        {
            throw new BrokenChannelException();
        }

        if (Receivers.TakeFirst() is { } receiver)
        {
            HandTo(receiver, value, _handed++);
            return true;
        }

        if (Count >= Capacity)
        {
            return false;
        }

        _buffer.Enqueue(value);
        return true;
    }

    public bool TryReceive(out T value)
    {
        if (_returned.TryDequeue(out value!, out _) || _buffer.TryDequeue(out value!))
        {
            if (Count < Capacity && Senders.TakeFirst() is { } next)
            {
                _buffer.Enqueue(next.TakeValue());
                next.Settle(ChannelOutcome.Passed);
            }

            return true;
        }

        if (Senders.TakeFirst() is { } sender)
        {
            value = sender.TakeValue();
            sender.Settle(ChannelOutcome.Passed);
            return true;
        }

        return false;
    }

    /// <summary>Told by a receiver that was handed a value, when its turn has come.</summary>
    public void HandoverEnds()
    {
        _inHand--;
        EndReceiversIfOver();
    }

    /// <summary>Told before that by one that was cancelled and does not take the value.</summary>
    public void TakeBack(T value, long number)
    {
        if (Receivers.TakeFirst() is { } next)
        {
            HandTo(next, value, number);
        }
        else if (_receivingEnds > 0)
        {
            _returned.Enqueue(value, number);
        }
    }

    public void CloseSendingEnd(SendChannel<T> end)
    {
        Senders.SettleThoseAt(end);
        _sendingEnds--;
        EndReceiversIfOver();
    }

    public void CloseReceivingEnd(ReceiveChannel<T> end)
    {
        Receivers.SettleThoseAt(end);
        _receivingEnds--;
        if (_receivingEnds == 0)
        {
            Senders.SettleAll(ChannelOutcome.OthersGone);
            _buffer.Clear();
            _returned.Clear();
        }
    }

    internal override string DescribeWait(WaiterQueue queue) => ReferenceEquals(queue, Senders)
        ? $"somebody to receive from {InWords()}, open receiving ends:{_receivingEnds}"
        : $"somebody to send to {InWords()}, open sending ends:{_sendingEnds}";

    private void HandTo(ChannelWaiter<T> receiver, T value, long number)
    {
        receiver.Value = value;
        receiver.Number = number;
        _inHand++;
        receiver.Settle(ChannelOutcome.Passed);
    }

    private void EndReceiversIfOver()
    {
        if (HasEnded)
        {
            Receivers.SettleAll(ChannelOutcome.OthersGone);
        }
    }
}
