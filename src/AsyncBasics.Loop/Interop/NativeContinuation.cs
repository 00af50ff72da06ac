namespace AsyncBasics;

/// <summary>An ordinary async method that awaits a future of the loop, from the loop's thread or from another.</summary>
internal sealed class NativeContinuation : FutureCallback
{
    private readonly Action _continuation;
    private readonly ExecutionContext? _flow;
    private readonly SynchronizationContext? _elsewhere;
    private readonly LoopTask? _owner;

    private NativeContinuation(Action continuation, ExecutionContext? flow, SynchronizationContext? elsewhere, LoopTask? owner)
    {
        _continuation = continuation;
        _flow = flow;
        _elsewhere = elsewhere;
        _owner = owner;
    }

    public static void Register(Future future, Action continuation, bool flowContext)
    {
        ArgumentNullException.ThrowIfNull(continuation);
        EventLoop loop = future.Loop;
        loop.UsesNative = true;
        ExecutionContext? flow = flowContext ? ExecutionContext.Capture() : null;
        if (loop.IsRunningHere)
        {
            LoopTask? owner = LoopTask.NoteNativeLeaf(future);
            future.AddWaiter(new NativeContinuation(continuation, flow, elsewhere: null, owner));
        }
        else
        {
            SynchronizationContext elsewhere = SynchronizationContext.Current ?? new SynchronizationContext();
            var waiter = new NativeContinuation(continuation, flow, elsewhere, owner: null);
            loop.CallSoonThreadsafe(() => future.AddWaiter(waiter));
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
            Continue();
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
