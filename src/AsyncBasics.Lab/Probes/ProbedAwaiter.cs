using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace AsyncBasics.Lab;

/// <summary>Something that is awaited in the way that the program itself has laid down.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
[StackTraceHidden]
public readonly struct ProbedAwaiter<TAwaiter, TResult> : ICriticalNotifyCompletion
    where TAwaiter : INotifyCompletion
{
    private readonly TAwaiter _awaiter;
    private readonly Func<TAwaiter, bool> _isCompleted;
    private readonly Func<TAwaiter, TResult> _getResult;
    private readonly Awaiting _awaiting;

    internal ProbedAwaiter(TAwaiter awaiter, Func<TAwaiter, bool> isCompleted, Func<TAwaiter, TResult> getResult, Awaiting awaiting)
    {
        _awaiter = awaiter;
        _isCompleted = isCompleted;
        _getResult = getResult;
        _awaiting = awaiting;
    }

    /// <inheritdoc cref="ProbedTask.GetAwaiter"/>
    public ProbedAwaiter<TAwaiter, TResult> GetAwaiter() => this;

    /// <inheritdoc cref="ProbedTask.IsCompleted"/>
    public bool IsCompleted => _isCompleted(_awaiter);

    /// <inheritdoc cref="ProbedTask.GetResult"/>
    public TResult GetResult() => _getResult(_awaiter);

    /// <inheritdoc/>
    public void OnCompleted(Action continuation) => UnsafeOnCompleted(continuation);

    /// <inheritdoc/>
    public void UnsafeOnCompleted(Action continuation) => Suspension.Begin(
        _awaiting, needsLoop: true, continuation, _awaiter, static (awaiter, next) =>
        {
            if (awaiter is ICriticalNotifyCompletion critical)
            {
                critical.UnsafeOnCompleted(next);
            }
            else
            {
                awaiter.OnCompleted(next);
            }
        });
}
