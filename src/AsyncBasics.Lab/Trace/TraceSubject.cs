namespace AsyncBasics.Lab;

/// <summary>The kinds of thing that events are about.</summary>
public enum TraceSubjectKind
{
    /// <summary>A task of the loop.</summary>
    Task,

    /// <summary>A stretch of ordinary async code that was given a name: see <see cref="TraceRecorder.Lane{T}"/>.</summary>
    Lane,

    /// <summary>A future or a combination of futures that somebody waited for.</summary>
    Future,
}

/// <summary>Something that events are about, without holding on to the thing itself.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// For a task its coroutine and the first text among the arguments (<c>DoTask A</c>), for a future what it is in words.
/// </param>
/// <param name="Method">For a task the name of its coroutine method.</param>
/// <param name="Members">For a combination the futures that had not ended when it was first waited for.</param>
public sealed record TraceSubject(TraceSubjectKind Kind, string Name, string Method, IReadOnlyList<int> Members)
{
    /// <summary>
    /// Whether every step and wait of a lane is in the trace, because the program was rewritten; otherwise they have to be guessed.
    /// </summary>
    public bool IsProbed { get; init; }

    /// <summary>Whether it is work that was given to another thread.</summary>
    public bool IsWorker { get; init; }
}
