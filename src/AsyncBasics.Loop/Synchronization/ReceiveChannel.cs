using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The end of a channel from which values are received (trio's <c>MemoryReceiveChannel</c>); see
/// <see cref="Asyncio.OpenChannel{T}(int, string?)"/>. <c>await foreach</c> receives until the last sending end is closed. Each
/// value goes to one receiver.
/// </summary>
/// <typeparam name="T">The type of the values.</typeparam>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ReceiveChannel<T> : AsyncStream<T>, IDisposable
{
    private readonly LoopChannel<T> _channel;

    internal ReceiveChannel(LoopChannel<T> channel)
    {
        channel.OpenReceivingEnd();
        _channel = channel;
    }

    /// <summary>Whether this end was closed.</summary>
    public bool Closed { get; private set; }

    /// <summary>How many values could be received without waiting for a sender.</summary>
    public int Count => _channel.Count;

    /// <summary>
    /// Receives a value (trio's <c>receive</c>): waits until there is one. Receivers that wait are served in the order in which they
    /// came. Unlike trio's it does not give up the turn when it need not wait.
    /// </summary>
    /// <remarks>
    /// No value is lost when a task is cancelled: one that it was handed already goes to the next receiver, in its old place.
    /// </remarks>
    /// <exception cref="EndOfChannelException">All sending ends are closed and nothing is left.</exception>
    /// <exception cref="ClosedChannelException">This end is closed, or gets closed meanwhile.</exception>
    public Coroutine<T> Receive() => ReceiveFrame.Start(this);

    /// <summary>Receives a value if there is one (trio's <c>receive_nowait</c>).</summary>
    /// <param name="value">The value.</param>
    /// <returns>Whether there was one.</returns>
    /// <inheritdoc cref="Receive" path="/exception"/>
    public bool TryReceive([MaybeNullWhen(false)] out T value)
    {
        ThrowIfClosed();
        if (_channel.TryReceive(out value))
        {
            return true;
        }

        return _channel.HasEnded ? throw new EndOfChannelException() : false;
    }

    /// <summary>Another end of the same channel, to be closed for itself (trio's <c>clone</c>).</summary>
    /// <exception cref="ClosedChannelException">This end is closed.</exception>
    public ReceiveChannel<T> Clone()
    {
        ThrowIfClosed();
        return new ReceiveChannel<T>(_channel);
    }

    /// <summary>
    /// Closes this end. When it was the last to receive from, what is on its way is thrown away, and senders fail from now on.
    /// </summary>
    public void Close()
    {
        if (!Closed)
        {
            Closed = true;
            _channel.CloseReceivingEnd(this);
        }
    }

    /// <summary>Closes this end.</summary>
    public void Dispose() => Close();

    /// <inheritdoc/>
    public override string ToString() => $"<ReceiveChannel{(Closed ? " closed" : string.Empty)} of {_channel}>";

    private protected override AsyncStreamSource<T> Open() => new Source(this);

    private void ThrowIfClosed()
    {
        if (Closed)
        {
            throw new ClosedChannelException();
        }
    }

    private sealed class ReceiveFrame : WaitFrame<T>
    {
        private static readonly int s_kind = FrameKinds.Next();

        private ReceiveChannel<T>? _end;

        public override string CoroutineName => nameof(Receive);

        internal override int FrameKind => s_kind;

        private protected override WaiterQueue Queue => _end!._channel.Receivers;

        public static Coroutine<T> Start(ReceiveChannel<T> end)
        {
            LoopThread thread = LoopThread.Current;
            ReceiveFrame frame = Unsafe.As<ReceiveFrame>(thread.Lend(s_kind) ?? LendAnother<ReceiveFrame>(thread, s_kind));
            frame._end = end;
            return new Coroutine<T>(frame);
        }

        private protected override bool TryTake(out T result) => _end!.TryReceive(out result!);

        private protected override Waiter MakeWaiter() => new ChannelWaiter<T>();

        private protected override void Entered(Waiter waiter) => ((ChannelWaiter<T>)waiter).End = _end;

        private protected override bool TryTakeWoken(Waiter waiter, out T result)
        {
            var place = (ChannelWaiter<T>)waiter;
            switch (place.Outcome)
            {
                case ChannelOutcome.OthersGone:
                    throw new EndOfChannelException();
                case ChannelOutcome.EndClosed:
                    throw new ClosedChannelException();
                default:
                    result = place.TakeValue();
                    _end!._channel.HandoverEnds();
                    return true;
            }
        }

        private protected override void GiveUp(Waiter waiter)
        {
            if (waiter.WasWoken && waiter is ChannelWaiter<T> { Outcome: ChannelOutcome.Passed } place)
            {
                _end!._channel.TakeBack(place.TakeValue(), place.Number);
                _end._channel.HandoverEnds();
            }
        }

        private protected override void DropBody() => _end = null;
    }

    private sealed class Source(ReceiveChannel<T> end) : AsyncStreamSource<T>
    {
        private T? _current;

        public override T Current => _current!;

        public override async Coroutine<bool> MoveNext()
        {
            try
            {
                _current = await end.Receive();
                return true;
            }
            catch (EndOfChannelException)
            {
                return false;
            }
        }

        // Who stops reading may want to go on later: closing the end is a thing of its own.
        public override async Coroutine Close()
        {
        }
    }
}
