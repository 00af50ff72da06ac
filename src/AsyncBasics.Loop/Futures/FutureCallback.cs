namespace AsyncBasics;

/// <summary>Something other than a task step that takes its turn in the ready queue, with one argument.</summary>
internal abstract class ReadyCallback
{
    /// <summary>Runs on the loop, in a step of its own.</summary>
    public abstract void Invoke(object argument);
}

/// <summary>A callback that waits for a future and then takes its turn.</summary>
internal abstract class FutureCallback : ReadyCallback
{
    public sealed override void Invoke(object argument) => Ended((Future)argument);

    /// <summary>Told, in a step of its own, that <paramref name="future"/> has ended.</summary>
    public abstract void Ended(Future future);

    /// <summary>Told at the very moment in which <paramref name="future"/> ends, before <see cref="Ended"/> gets its turn.</summary>
    /// <returns>Whether that is all, because the turn would do nothing that anybody could see. Then there is none.</returns>
    public virtual bool TakesNoTurn(Future future) => false;
}

/// <summary>The user's done callback with the context in which it was added.</summary>
internal sealed class ActionCallback(Action<Future> callback, ExecutionContext? context) : FutureCallback
{
    public Action<Future> Callback => callback;

    public override void Ended(Future future)
    {
        if (context is not null)
        {
            ExecutionContext.Restore(context);
        }

        callback(future);
    }
}
