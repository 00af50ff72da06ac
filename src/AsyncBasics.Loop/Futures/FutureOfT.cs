using System.Runtime.ExceptionServices;

namespace AsyncBasics;

/// <summary>A result of type <typeparamref name="T"/> that somebody will set (<c>asyncio.Future</c>).</summary>
/// <typeparam name="T">What the future holds in the end.</typeparam>
public class Future<T> : Future, IHasResult<T>
{
    private T? _result;

    /// <summary>Makes a pending future on the loop that runs on this thread.</summary>
    /// <exception cref="InvalidOperationException">No loop runs here.</exception>
    public Future()
        : this(EventLoop.Running)
    {
    }

    /// <summary>Makes a pending future on <paramref name="loop"/> (<c>loop.create_future</c>).</summary>
    public Future(EventLoop loop)
    {
        ArgumentNullException.ThrowIfNull(loop);
        _owner = loop;
    }

    /// <summary>The result (<c>Future.result</c>); throws what the future ended with when that was no result.</summary>
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

    /// <summary>Ends the future with a result and wakes those who wait (<c>Future.set_result</c>).</summary>
    /// <exception cref="InvalidStateException">It has already ended.</exception>
    public void SetResult(T result)
    {
        if (!TrySetResult(result))
        {
            throw new InvalidStateException($"invalid state: the future is already {StateWord}.");
        }
    }

    /// <summary>Ends the future with an exception and wakes those who wait (<c>Future.set_exception</c>).</summary>
    /// <exception cref="InvalidStateException">It has already ended.</exception>
    public void SetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (!TrySetException(exception))
        {
            throw new InvalidStateException($"invalid state: the future is already {StateWord}.");
        }
    }

    /// <summary>As <see cref="SetResult"/>, but says whether it could instead of throwing.</summary>
    public bool TrySetResult(T result)
    {
        if (Done)
        {
            return false;
        }

        _result = result;
        EndSucceeded();
        return true;
    }

    /// <summary>As <see cref="SetException"/>, but says whether it could instead of throwing.</summary>
    public bool TrySetException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        if (Done)
        {
            return false;
        }

        EndFailed(ExceptionDispatchInfo.Capture(exception));
        return true;
    }

    /// <inheritdoc cref="Future.GetAwaiter"/>
    public new FutureAwaiter<T> GetAwaiter() => new(this);
}
