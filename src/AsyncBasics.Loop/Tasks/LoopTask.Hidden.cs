namespace AsyncBasics;

/// <content>
/// Hidden tasks: those that gather makes of coroutines. Nobody is given such a task, so that nobody can look at it after its end, and its frame
/// is used again, as that of a coroutine that was awaited in place. Nor has it a place of its own among all tasks: its gather holds it. Whoever
/// hands a task out after all, or keeps it beyond its end, calls <see cref="Show"/> first, and so does what may leave a task behind somewhere:
/// cancellation, and native code.
/// </content>
public abstract partial class LoopTask
{
    /// <summary>Stands where the requests for cancellation are counted: the first of them shows the task.</summary>
    private const byte Hidden = byte.MaxValue - 1;

    private bool IsHidden => _requests == Hidden;

    /// <summary>Called before a coroutine becomes a task that nobody but the caller knows.</summary>
    internal void Hide()
    {
        if (!IsConsumed)
        {
            _requests = Hidden;
        }
    }

    /// <summary>Called before somebody is given the task who may keep it.</summary>
    internal void Show()
    {
        if (IsHidden)
        {
            _requests = 0;
        }
    }

    /// <summary>Frees the frame of a task if the task has succeeded and nobody can still know it.</summary>
    /// <returns>What has become of it.</returns>
    internal HiddenReturn ReturnHidden(LoopThread thread)
    {
        if (!IsHidden
            || _held is not null
            || _unstarted != 0
            || _state != FutureState.Succeeded
            || _flags != (TaskFlags.Consumed | TaskFlags.Started))
        {
            return HiddenReturn.Kept;
        }

        _requests = 0;
        _owner = thread;
        _number = 0;
        _state = FutureState.Pending;
        DropResult();
        return ReturnToPool(thread) ? HiddenReturn.Pooled : HiddenReturn.IsTooMany;
    }
}
