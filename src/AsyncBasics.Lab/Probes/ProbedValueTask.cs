using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>A value task that is awaited in a rewritten program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedValueTask : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter _awaiter;
    private readonly Awaiting _awaiting;
    private readonly bool _needsLoop;

    internal ProbedValueTask(ValueTask task, Awaiting awaiting, bool needsLoop)
    {
        _awaiter = task.GetAwaiter();
        _awaiting = awaiting;
        _needsLoop = needsLoop;
    }

    /// <inheritdoc cref="ProbedTask.GetAwaiter"/>
    public ProbedValueTask GetAwaiter() => this;

    /// <inheritdoc cref="ProbedTask.IsCompleted"/>
    public bool IsCompleted => _awaiter.IsCompleted;

    /// <inheritdoc cref="ProbedTask.GetResult"/>
    public void GetResult() => _awaiter.GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => Suspension.Begin(
        _awaiting, _needsLoop, continuation, _awaiter, static (awaiter, next) => awaiter.UnsafeOnCompleted(next));
}

/// <inheritdoc cref="ProbedValueTask"/>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedValueTask<T> : ICriticalNotifyCompletion
{
    private readonly ValueTaskAwaiter<T> _awaiter;
    private readonly Awaiting _awaiting;
    private readonly bool _needsLoop;

    internal ProbedValueTask(ValueTask<T> task, Awaiting awaiting, bool needsLoop)
    {
        _awaiter = task.GetAwaiter();
        _awaiting = awaiting;
        _needsLoop = needsLoop;
    }

    /// <inheritdoc cref="ProbedTask.GetAwaiter"/>
    public ProbedValueTask<T> GetAwaiter() => this;

    /// <inheritdoc cref="ProbedTask.IsCompleted"/>
    public bool IsCompleted => _awaiter.IsCompleted;

    /// <inheritdoc cref="ProbedTask.GetResult"/>
    public T GetResult() => _awaiter.GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => Suspension.Begin(
        _awaiting, _needsLoop, continuation, _awaiter, static (awaiter, next) => awaiter.UnsafeOnCompleted(next));
}

/// <summary>A turn given to the others in a rewritten program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedYield : ICriticalNotifyCompletion
{
    private readonly Awaiting _awaiting;

    internal ProbedYield(Awaiting awaiting) => _awaiting = awaiting;

    /// <inheritdoc cref="ProbedTask.GetAwaiter"/>
    public ProbedYield GetAwaiter() => this;

    /// <summary>Never: the turn has to be given first.</summary>
    public bool IsCompleted => false;

    /// <inheritdoc cref="ProbedTask.GetResult"/>
    public void GetResult()
    {
    }

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => Suspension.Yield(_awaiting, continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => Suspension.Yield(_awaiting, continuation);
}
