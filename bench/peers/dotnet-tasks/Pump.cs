namespace AsyncBasics.Peers;

/// <summary>Waits for a task: in the thread pool, or with a queue of continuations that this thread alone runs.</summary>
internal sealed class Pump : SynchronizationContext
{
    private readonly Queue<(SendOrPostCallback Callback, object? State)> _posted = new();

    public static Round Run(bool pump, Func<Task<Round>> work) => pump ? new Pump().Run(work) : work().GetAwaiter().GetResult();

    public override void Post(SendOrPostCallback d, object? state) => _posted.Enqueue((d, state));

    private Round Run(Func<Task<Round>> work)
    {
        SynchronizationContext? before = Current;
        SetSynchronizationContext(this);
        try
        {
            Task<Round> task = work();
            while (_posted.TryDequeue(out (SendOrPostCallback Callback, object? State) next))
            {
                next.Callback(next.State);
            }

            return task.IsCompleted
                ? task.GetAwaiter().GetResult()
                : throw new InvalidOperationException("The work went on in another thread.");
        }
        finally
        {
            SetSynchronizationContext(before);
        }
    }
}
