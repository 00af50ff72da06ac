namespace AsyncBasics;

/// <summary>Futures in the order in which they end.</summary>
internal sealed class CompletionStream<TFuture> : AsyncStream<TFuture>
    where TFuture : Future
{
    private Source? _source;

    public CompletionStream(IEnumerable<TFuture> futures, double? timeout)
    {
        ArgumentNullException.ThrowIfNull(futures);
        _source = new Source([.. futures.Distinct()], timeout);
    }

    private protected override AsyncStreamSource<TFuture> Open() => TakeSource()
        ?? throw new InvalidOperationException("This stream has been read before: it can be read once.");

    private Source? TakeSource()
    {
        Source? source = _source;
        _source = null;
        return source;
    }

    private sealed class Source : AsyncStreamSource<TFuture>
    {
        private readonly TFuture[] _futures;
        private readonly Queue<TFuture> _ended = new();
        private readonly OneEnded _oneEnded;
        private readonly Handle? _timer;
        private Future<bool>? _waiter;
        private TFuture? _current;
        private int _unread;
        private int _pending;
        private bool _timedOut;

        public Source(TFuture[] futures, double? timeout)
        {
            _futures = futures;
            _unread = _pending = futures.Length;
            _oneEnded = new OneEnded(this);
            foreach (TFuture future in futures)
            {
                future.AddWaiter(_oneEnded);
            }

            _timer = timeout is { } seconds && futures.Length > 0
                ? EventLoop.Running.CallLater(TimeSpan.FromTicks(Durations.FromSeconds(seconds, nameof(timeout))), OnTimeout)
                : null;
        }

        public override TFuture Current => _current ?? throw new InvalidOperationException("There is no current item.");

        public override async Coroutine<bool> MoveNext()
        {
            if (_unread == 0)
            {
                return false;
            }

            if (_waiter is { Done: false })
            {
                throw new InvalidOperationException("The stream is being read already: await one item before asking for the next.");
            }

            _unread--;
            while (_ended.Count == 0)
            {
                if (_timedOut)
                {
                    throw new TimeoutException($"The time was up before all had ended: {_pending} of {_futures.Length} had not.");
                }

                _waiter = new Future<bool>();
                await _waiter;
            }

            _current = _ended.Dequeue();
            return true;
        }

        public override async Coroutine Close()
        {
            _timer?.Cancel();
            foreach (TFuture future in _futures)
            {
                future.RemoveWaiter(_oneEnded);
            }
        }

        private void OnOneEnded(TFuture future)
        {
            if (_timedOut)
            {
                return;
            }

            _ended.Enqueue(future);
            _pending--;
            if (_pending == 0)
            {
                _timer?.Cancel();
            }

            _waiter?.TrySetResult(true);
        }

        private void OnTimeout()
        {
            _timedOut = true;
            _waiter?.TrySetResult(true);
        }

        private sealed class OneEnded(Source source) : FutureCallback
        {
            public override void Ended(Future future) => source.OnOneEnded((TFuture)future);
        }
    }
}
