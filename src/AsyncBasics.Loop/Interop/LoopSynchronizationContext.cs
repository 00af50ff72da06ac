namespace AsyncBasics;

/// <summary>Brings the continuations of ordinary async methods back to the loop, each in a turn of its own.</summary>
/// <remarks>
/// .NET runs a continuation inline, inside <c>SetResult</c>, when the context current there is the very instance that was captured.
/// So a loop with native code on it gets a fresh instance for every turn; they all stand for the same loop.
/// </remarks>
internal sealed class LoopSynchronizationContext(EventLoop loop) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        loop.UsesNative = true;
        var turn = new PostedTurn(d, state);
        if (loop.IsRunningHere)
        {
            turn.Owner = LoopTask.NoteNativeLeaf(turn);
            loop.ScheduleCallback(turn, this);
        }
        else
        {
            loop.Posts.Add(turn, this);
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        if (loop.IsRunningHere)
        {
            d(state);
            return;
        }

        using var done = new ManualResetEventSlim();
        Exception? thrown = null;
        loop.CallSoonThreadsafe(() =>
        {
            try
            {
                d(state);
            }
            catch (Exception e)
            {
                thrown = e;
            }

            done.Set();
        });
        done.Wait();
        if (thrown is not null)
        {
            System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(thrown);
        }
    }

    /// <summary>An <c>async void</c> method began: the loop has something to wait for.</summary>
    public override void OperationStarted() => loop.NativeWaitBegins();

    /// <summary>An <c>async void</c> method ended.</summary>
    public override void OperationCompleted() => loop.NativeOperationEnds();

    public override SynchronizationContext CreateCopy() => new LoopSynchronizationContext(loop);

    private sealed class PostedTurn(SendOrPostCallback callback, object? state) : ReadyCallback
    {
        public LoopTask? Owner { get; set; }

        public override void Invoke(object argument)
        {
            LoopTask.EnterNativeTurn(Owner, this);
            callback(state);
        }
    }
}
