namespace AsyncBasics;

/// <summary>What a <see cref="LoopReport"/> is about.</summary>
public enum LoopReportKind
{
    /// <summary>A coroutine was made and never awaited.</summary>
    NeverAwaited,

    /// <summary>A task or future failed and nobody looked.</summary>
    NeverRetrieved,

    /// <summary>A callback threw, or a task failed while the loop was ending.</summary>
    Unhandled,

    /// <summary>A task was still waiting when the loop closed.</summary>
    DestroyedPending,

    /// <summary>In debug mode: a step or callback held the loop for long.</summary>
    SlowStep,

    /// <summary>In debug mode: a task was cancelled, caught the cancellation and ended as if nothing had been asked.</summary>
    SwallowedCancellation,
}

/// <summary>Something that went wrong on a loop and that no code was there to hear of.</summary>
/// <param name="Kind">What it is about.</param>
/// <param name="Message">One sentence, in asyncio's words where asyncio has them.</param>
/// <param name="Exception">The exception, if there is one.</param>
/// <param name="Task">The task or future, if there is one.</param>
/// <param name="Place">Where the coroutine or task was created, in debug mode.</param>
public sealed record LoopReport(
    LoopReportKind Kind,
    string Message,
    Exception? Exception = null,
    Future? Task = null,
    string? Place = null)
{
    private readonly LoopTask? _coroutine;
    private readonly int _version;

    private LoopReport(LoopTask coroutine, string? place)
        : this(LoopReportKind.NeverAwaited, $"coroutine '{coroutine.CoroutineName}' was never awaited", Place: place)
    {
        _coroutine = coroutine;
        _version = coroutine.Version;
    }

    /// <summary>Whether the coroutine that this report tells of was awaited after all, later than its maker's end.</summary>
    internal bool IsDisproved => _coroutine is not null && (_coroutine.Version != _version || _coroutine.IsConsumed);

    internal static LoopReport NeverAwaited(LoopTask coroutine, string? place) => new(coroutine, place);

    /// <summary>The report as it is printed: the message, then where the thing was made, then the exception.</summary>
    public override string ToString()
    {
        string text = Message;
        if (Place is not null)
        {
            text += $"{Environment.NewLine}  created by {Place}";
        }

        return Exception is null ? text : $"{text}{Environment.NewLine}{Exception}";
    }
}
