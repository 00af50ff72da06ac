namespace AsyncBasics;

/// <summary>What a call of <c>Wait</c> waits on: it ends when enough of the futures have.</summary>
internal sealed class WaitFuture : Future<bool>
{
    private readonly Future[] _futures;
    private readonly ReturnWhen _returnWhen;
    private readonly OneEnded _oneEnded;
    private int _pending;

    public WaitFuture(Future[] futures, ReturnWhen returnWhen)
    {
        _futures = futures;
        _returnWhen = returnWhen;
        _pending = futures.Length;
        _oneEnded = new OneEnded(this);
        foreach (Future future in futures)
        {
            future.ThrowUnlessOf(Loop);
        }

        foreach (Future future in futures)
        {
            future.AddWaiter(_oneEnded);
        }
    }

    public Handle ReleaseAfter(double seconds) =>
        Loop.CallLater(TimeSpan.FromTicks(Durations.FromSeconds(seconds, "timeout")), () => TrySetResult(false));

    public void Unsubscribe()
    {
        foreach (Future future in _futures)
        {
            future.RemoveWaiter(_oneEnded);
        }
    }

    internal override IEnumerable<Future> WaitsFor => _futures.Where(future => !future.Done);

    internal override string Kind => "wait";

    private void OnOneEnded(Future future)
    {
        _pending--;
        if (_pending == 0
            || _returnWhen == ReturnWhen.FirstCompleted
            || (_returnWhen == ReturnWhen.FirstException && !future.Cancelled && future.Exception is not null))
        {
            TrySetResult(true);
        }
    }

    private sealed class OneEnded(WaitFuture wait) : FutureCallback
    {
        public override void Ended(Future future) => wait.OnOneEnded(future);
    }
}
