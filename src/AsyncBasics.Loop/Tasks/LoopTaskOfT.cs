using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>A scheduled coroutine with a result (<c>asyncio.Task</c>).</summary>
/// <typeparam name="T">The type of the result.</typeparam>
public abstract class LoopTask<T> : LoopTask, IHasResult<T>
{
    private T? _result;

    private protected LoopTask()
    {
    }

    /// <summary>The result (<c>Task.result</c>); throws what the task ended with when that was no result.</summary>
    /// <exception cref="InvalidStateException">It has not ended: <c>Result is not ready.</c></exception>
    /// <exception cref="CancelledException">It was cancelled.</exception>
    public T Result
    {
        get
        {
            ThrowUnlessSucceeded();
            return _result!;
        }
    }

    T IHasResult<T>.Value => _result!;

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new FutureAwaiter<T> GetAwaiter() => new(this);

    /// <summary>The builder's word that the body returned.</summary>
    internal void BodyReturned(T result)
    {
        _result = result;
        BodyReturned();
    }

    /// <summary>The result for the frame that awaits this one in place; the frame goes back to its pool.</summary>
    internal new T TakeResult()
    {
        T? result = _result;
        if (base.TakeResult() && RuntimeHelpers.IsReferenceOrContainsReferences<T>())
        {
            _result = default;
        }

        return result!;
    }

    private protected sealed override void DropResult() => _result = default;
}
