namespace AsyncBasics;

/// <summary>An ordinary async method that awaits a future of the loop, from the loop's thread or from another.</summary>
internal sealed class NativeContinuation : FutureCallback
{
    private readonly Action _continuation;
    private readonly ExecutionContext? _flow;
    private readonly SynchronizationContext? _elsewhere;
    private readonly LoopTask? _owner;
    private readonly bool _injectsCancellation;

    private NativeContinuation(
        Action continuation, ExecutionContext? flow, SynchronizationContext? elsewhere, LoopTask? owner, bool injectsCancellation)
    {
        _continuation = continuation;
        _flow = flow;
        _elsewhere = elsewhere;
        _owner = owner;
        _injectsCancellation = injectsCancellation;
    }

    /// <param name="future">What to wait for.</param>
    /// <param name="continuation">How the method goes on.</param>
    /// <param name="flowContext">Whether the caller leaves it to us to flow the execution context.</param>
    /// <param name="injectsCancellation">
    /// Whether the method's awaiter does not know the future (that of a sleep), and so has to be told of its cancellation.
    /// </param>
    public static void Register(Future future, Action continuation, bool flowContext, bool injectsCancellation = false)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        EventLoop loop = future.Loop;
        loop.UsesNative = true;
        ExecutionContext? flow = flowContext ? ExecutionContext.Capture() : null;
        if (loop.IsRunningHere)
        {
            LoopTask? owner = LoopTask.NoteNativeLeaf(future);
            future.AddWaiter(new NativeContinuation(continuation, flow, elsewhere: null, owner, injectsCancellation));
        }
        else
        {
            SynchronizationContext elsewhere = SynchronizationContext.Current ?? new SynchronizationContext();
            var waiter = new NativeContinuation(continuation, flow, elsewhere, owner: null, injectsCancellation: false);
            if (loop.IsClosed)
            {
                // Nobody will end it: going on at once shows that there is no result.
                waiter.Ended(future);
            }
            else
            {
                loop.TryCallSoonThreadsafe(() => future.AddWaiter(waiter));
            }
        }
    }

    public override void Ended(Future future)
    {
        if (_elsewhere is not null)
        {
            _elsewhere.Post(static state => ((NativeContinuation)state!).Continue(), this);
        }
        else
        {
            LoopTask.EnterNativeTurn(_owner, future);
            if (_injectsCancellation && future.Cancelled)
            {
                LoopThread.Current.Injected = new CancelledException(future.CancelReason);
            }

            Continue();
            if (future.Cancelled && _continuation.Target is Task { IsCompleted: true })
            {
                // The target of an async method's continuation is the method's own task.
                LoopTask.NativeMethodEnded();
            }
        }
    }

    private void Continue()
    {
        if (_flow is null)
        {
            _continuation();
        }
        else
        {
            ExecutionContext.Run(_flow, static state => ((NativeContinuation)state!)._continuation(), this);
        }
    }
}
