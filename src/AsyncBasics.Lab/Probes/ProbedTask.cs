using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>A task that is awaited in a rewritten program.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedTask : ICriticalNotifyCompletion
{
    private readonly Task _task;
    private readonly ConfigureAwaitOptions _options;
    private readonly Awaiting _awaiting;
    private readonly bool _needsLoop;

    internal ProbedTask(Task task, ConfigureAwaitOptions options, Awaiting awaiting, bool needsLoop)
    {
        _task = task;
        _options = options;
        _awaiting = awaiting;
        _needsLoop = needsLoop;
    }

    /// <summary>It is its own awaiter.</summary>
    public ProbedTask GetAwaiter() => this;

    /// <summary>Whether there is nothing to wait for.</summary>
    public bool IsCompleted => _task.IsCompleted && !_options.HasFlag(ConfigureAwaitOptions.ForceYielding);

    /// <summary>Ends the await.</summary>
    public void GetResult() => _task.ConfigureAwait(_options & ~ConfigureAwaitOptions.ForceYielding).GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation)
    {
        if (_task.IsCompleted)
        {
            Suspension.Yield(_awaiting, continuation);
        }
        else
        {
            Suspension.Begin(
                _awaiting, _needsLoop, continuation, _task.GetAwaiter(), static (awaiter, next) => awaiter.UnsafeOnCompleted(next));
        }
    }
}

/// <inheritdoc cref="ProbedTask"/>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedTask<T> : ICriticalNotifyCompletion
{
    private readonly Task<T> _task;
    private readonly ProbedTask _probed;

    internal ProbedTask(Task<T> task, ConfigureAwaitOptions options, Awaiting awaiting, bool needsLoop)
    {
        _task = task;
        _probed = new ProbedTask(task, options, awaiting, needsLoop);
    }

    /// <inheritdoc cref="ProbedTask.GetAwaiter"/>
    public ProbedTask<T> GetAwaiter() => this;

    /// <inheritdoc cref="ProbedTask.IsCompleted"/>
    public bool IsCompleted => _probed.IsCompleted;

    /// <inheritdoc cref="ProbedTask.GetResult"/>
    public T GetResult() => _task.GetAwaiter().GetResult();

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => _probed.UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => _probed.UnsafeOnCompleted(continuation);
}
