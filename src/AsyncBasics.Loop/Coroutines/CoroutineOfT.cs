using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <inheritdoc cref="Coroutine"/>
/// <typeparam name="T">The type of the result.</typeparam>
[AsyncMethodBuilder(typeof(CoroutineMethodBuilder<>))]
public readonly struct Coroutine<T> : IEquatable<Coroutine<T>>
{
    private readonly LoopTask<T>? _frame;
    private readonly int _version;

    internal Coroutine(LoopTask<T> frame)
    {
        _frame = frame;
        _version = frame.Version;
    }

    /// <inheritdoc cref="Coroutine.Frame"/>
    internal LoopTask<T>? Frame => _frame?.Version == _version ? _frame : null;

    /// <inheritdoc cref="Coroutine.GetAwaiter"/>
    public CoroutineAwaiter<T> GetAwaiter()
    {
        LoopTask<T> frame = _frame ?? throw CoroutineErrors.NoCoroutine();
        frame.Consume(_version);
        return new CoroutineAwaiter<T>(frame);
    }

    /// <inheritdoc cref="Coroutine.ConsumeForTask"/>
    internal LoopTask<T> ConsumeForTask()
    {
        LoopTask<T> frame = _frame ?? throw CoroutineErrors.NoCoroutine();
        frame.ConsumeForTask(_version);
        return frame;
    }

    /// <inheritdoc cref="Coroutine.Equals(Coroutine)"/>
    public bool Equals(Coroutine<T> other) => _frame == other._frame && _version == other._version;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Coroutine<T> other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(_frame is null ? 0 : RuntimeHelpers.GetHashCode(_frame), _version);

    /// <inheritdoc cref="Coroutine.op_Equality"/>
    public static bool operator ==(Coroutine<T> left, Coroutine<T> right) => left.Equals(right);

    /// <inheritdoc cref="Coroutine.op_Inequality"/>
    public static bool operator !=(Coroutine<T> left, Coroutine<T> right) => !left.Equals(right);

    /// <inheritdoc/>
    public override string ToString() => CoroutineErrors.Describe(_frame, _version);
}
