namespace AsyncBasics.Lab;

/// <summary>Stands for having no context, as code of the thread pool has none: what awaits there goes on as work of the pool.</summary>
/// <remarks>With no context at all, .NET would go on in the system's thread pool wherever it cannot go on in place.</remarks>
internal sealed class PoolContext(Stage stage) : SynchronizationContext
{
    public override void Post(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        Suspension.NotePosted(state);
        if (stage.IsHere)
        {
            stage.QueueWork(() => d(state));
        }
        else
        {
            stage.Loop.TryCallSoonThreadsafe(() => stage.QueueWork(() => d(state)));
        }
    }

    public override void Send(SendOrPostCallback d, object? state)
    {
        ArgumentNullException.ThrowIfNull(d);
        d(state);
    }

    public override SynchronizationContext CreateCopy() => this;
}
