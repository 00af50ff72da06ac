using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The end of a channel into which values are sent (trio's <c>MemorySendChannel</c>); see
/// <see cref="Asyncio.OpenChannel{T}(int, string?)"/>. When each sender has a clone of its own and closes it, the receivers know when
/// the last has finished.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class SendChannel<T> : IDisposable
{
    private readonly LoopChannel<T> _channel;

    internal SendChannel(LoopChannel<T> channel)
    {
        channel.OpenSendingEnd();
        _channel = channel;
    }

    /// <summary>Whether this end was closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>
    /// Sends a value (trio's <c>send</c>): waits until a receiver takes it or there is room for it. Senders that wait are served in the
    /// order in which they came. Unlike trio's it does not give up the turn when it need not wait.
    /// </summary>
    /// <remarks>
    /// A task that is cancelled while it waits has not sent the value. If a receiver has taken the value in the same turn in which
    /// the task is cancelled, it has sent it and is cancelled nevertheless.
    /// </remarks>
    /// <exception cref="BrokenChannelException">All receiving ends are closed, or get closed meanwhile.</exception>
    /// <exception cref="ClosedChannelException">This end is closed, or gets closed meanwhile.</exception>
    public Coroutine Send(T value) => SendFrame.Start(this, value);

    /// <summary>Sends a value if that can be done without waiting (trio's <c>send_nowait</c>).</summary>
    /// <returns>Whether it was sent: no receiver waits for it and there is no room otherwise.</returns>
    /// <inheritdoc cref="Send" path="/exception"/>
    public bool TrySend(T value)
    {
        ThrowIfClosed();
        return _channel.TrySend(value);
    }

    /// <summary>Another end of the same channel, to be closed for itself (trio's <c>clone</c>).</summary>
    /// <exception cref="ClosedChannelException">This end is closed.</exception>
    public SendChannel<T> Clone()
    {
        ThrowIfClosed();
        return new SendChannel<T>(_channel);
    }

    /// <summary>
    /// Closes this end. When it was the last to send from, receivers get what is left, and then the channel has ended.
    /// </summary>
    public void Close()
    {
        if (!Closed)
        {
            Closed = true;
            _channel.CloseSendingEnd(this);
        }
    }

    /// <summary>Closes this end.</summary>
    public void Dispose() => Close();

    /// <inheritdoc/>
    public override string ToString() => $"<SendChannel{(Closed ? " closed" : string.Empty)} of {_channel}>";

    private void ThrowIfClosed()
    {
        if (Closed)
        {
            throw new ClosedChannelException();
        }
    }

    private sealed class SendFrame : WaitFrame<bool>
    {
        private static readonly int s_kind = FrameKinds.Next();

        private SendChannel<T>? _end;
        private T? _value;

        public override string CoroutineName => nameof(Send);

        internal override int FrameKind => s_kind;

        private protected override WaiterQueue Queue => _end!._channel.Senders;

        public static Coroutine Start(SendChannel<T> end, T value)
        {
            LoopThread thread = LoopThread.Current;
            SendFrame frame = Unsafe.As<SendFrame>(thread.Lend(s_kind) ?? LendAnother<SendFrame>(thread, s_kind));
            frame._end = end;
            frame._value = value;
            return new Coroutine(frame);
        }

        private protected override bool TryTake(out bool result) => result = _end!.TrySend(_value!);

        private protected override Waiter MakeWaiter() => new ChannelWaiter<T>();

        private protected override void Entered(Waiter waiter)
        {
            var place = (ChannelWaiter<T>)waiter;
            place.End = _end;
            place.Value = _value;
        }

        private protected override bool TryTakeWoken(Waiter waiter, out bool result)
        {
            result = true;
            return ((ChannelWaiter<T>)waiter).Outcome switch
            {
                ChannelOutcome.OthersGone => throw new BrokenChannelException(),
                ChannelOutcome.EndClosed => throw new ClosedChannelException(),
                _ => true,
            };
        }

        private protected override void GiveUp(Waiter waiter)
        {
            // Either the value went to a receiver, or it is dropped with the waiter.
        }

        private protected override void DropBody()
        {
            _end = null;
            _value = default;
        }
    }
}
