using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// A call of an async method that has not run yet (asyncio's coroutine object). Calling the method runs nothing; awaiting the
/// coroutine runs it in place, <see cref="Asyncio.CreateTask(Coroutine, string?, bool?)"/> runs it as a task of its own. It can be
/// awaited once.
/// </summary>
/// <remarks>A coroutine that is never awaited is reported by name when the task that made it, or the loop, ends.</remarks>
[AsyncMethodBuilder(typeof(CoroutineMethodBuilder))]
public readonly struct Coroutine : IEquatable<Coroutine>
{
    private readonly LoopTask? _frame;
    private readonly int _version;

    internal Coroutine(LoopTask frame)
    {
        _frame = frame;
        _version = frame.Version;
    }

    /// <summary>The task that the coroutine has become, if it has, for the one who compares arguments given twice.</summary>
    internal LoopTask? Frame => _frame?.Version == _version ? _frame : null;

    /// <summary>Makes the coroutine awaitable, once.</summary>
    /// <exception cref="InvalidOperationException">It was awaited or scheduled before, or it is <c>default</c>.</exception>
    public CoroutineAwaiter GetAwaiter()
    {
        LoopTask frame = _frame ?? throw CoroutineErrors.NoCoroutine();
        if (frame is SleepFrame sleep)
        {
            sleep.AwaitInPlace(_version);
        }
        else
        {
            frame.Consume(_version);
        }

        return new CoroutineAwaiter(frame);
    }

    /// <summary>Takes the frame to make a task of it.</summary>
    internal LoopTask ConsumeForTask()
    {
        LoopTask frame = _frame ?? throw CoroutineErrors.NoCoroutine();
        frame.ConsumeForTask(_version);
        return frame;
    }

    /// <summary>Whether both are the same call.</summary>
    public bool Equals(Coroutine other) => _frame == other._frame && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Coroutine other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_frame is null ? 0 : RuntimeHelpers.GetHashCode(_frame), _version);

    /// <summary>Whether both are the same call.</summary>
    public static bool operator ==(Coroutine left, Coroutine right) => left.Equals(right);

    /// <summary>Whether they are different calls.</summary>
    public static bool operator !=(Coroutine left, Coroutine right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => CoroutineErrors.Describe(_frame, _version);
}
