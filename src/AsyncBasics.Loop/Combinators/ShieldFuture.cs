namespace AsyncBasics;

/// <summary>The outer side of a shield: it ends as the inner future does, unless it is cancelled before.</summary>
internal sealed class ShieldFuture<T> : Future<T>
{
    private readonly Future _inner;
    private readonly Callback _innerEnded;

    public ShieldFuture(Future inner)
        : base(inner.Loop)
    {
        _inner = inner;
        _innerEnded = new Callback(OnInnerEnded);
        if (inner.Done)
        {
            OnInnerEnded(inner);
            return;
        }

        inner.AddWaiter(_innerEnded);
        AddWaiter(new Callback(OnOuterEnded));
    }

    internal override string Kind => "shield";

    internal override IEnumerable<Future> WaitsFor => [_inner];

    private void OnInnerEnded(Future inner)
    {
        if (Done)
        {
            return;
        }

        switch (inner.State)
        {
            case FutureState.Cancelled:
                EndCancelled(inner.CancelReason);
                break;
            case FutureState.Failed:
                SetException(inner.Exception!);
                break;
            default:
                SetResult(inner is IHasResult<T> typed ? typed.Value : default!);
                break;
        }
    }

    private void OnOuterEnded(Future outer)
    {
        if (!_inner.Done)
        {
            _inner.RemoveWaiter(_innerEnded);

            // One for all the shields of a future, so that its error is reported once.
            _inner.RemoveWaiter(LateError.Instance);
            _inner.AddWaiter(LateError.Instance);
        }
    }

    private sealed class Callback(Action<Future> ended) : FutureCallback
    {
        public override void Ended(Future future) => ended(future);
    }
}

/// <summary>Waits on behalf of cancelled shields, to report an error that nobody waits for any more.</summary>
internal sealed class LateError : FutureCallback
{
    public static readonly LateError Instance = new();

    public override void Ended(Future inner)
    {
        if (inner.State == FutureState.Failed)
        {
            Exception error = inner.Exception!;
            inner.Loop.Report(new LoopReport(
                LoopReportKind.Unhandled, $"{error.GetType().Name} exception in shielded future: {inner}", error, inner));
        }
    }
}
