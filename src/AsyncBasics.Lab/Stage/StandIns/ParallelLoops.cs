using System.ComponentModel;

namespace AsyncBasics.Lab.StandIns;

/// <summary>Stands in for <see cref="System.Threading.Tasks.ParallelLoopResult"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public readonly record struct ParallelLoopResult(bool IsCompleted, long? LowestBreakIteration);

/// <summary>Stands in for <see cref="System.Threading.Tasks.ParallelLoopState"/>.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public class ParallelLoopState
{
    private readonly ParallelLoop _loop;

    internal ParallelLoopState(ParallelLoop loop, long iteration)
    {
        _loop = loop;
        Iteration = iteration;
    }

    public bool IsStopped => _loop.IsStopped;

    public bool IsExceptional => _loop.IsExceptional;

    public long? LowestBreakIteration => _loop.LowestBreak;

    public bool ShouldExitCurrentIteration => _loop.ShouldExit(Iteration);

    private long Iteration { get; }

    public void Stop() => _loop.Stop();

    public void Break() => _loop.Break(Iteration);
}
