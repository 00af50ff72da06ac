using System.ComponentModel;

namespace AsyncBasics.Lab;

/// <summary>One call of an async method, from its beginning to its end. Rewritten programs hand it from probe to probe.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class Span
{
    internal Span(int subject, LoopTask? task, Span? caller)
    {
        Subject = subject;
        Task = task;
        Caller = caller;
    }

    /// <summary>Its index among the subjects of the trace.</summary>
    internal int Subject { get; }

    /// <summary>The task of the loop in whose step it began, if it began in one.</summary>
    internal LoopTask? Task { get; }

    /// <summary>The call in which it began.</summary>
    internal Span? Caller { get; }

    /// <summary>
    /// For work that was given to another thread and has not shown itself yet: what it is. As soon as it does something it is a lane; but if
    /// the first thing it does is to begin an async method, then that method is the work.
    /// </summary>
    internal PendingWork? Pending { get; set; }

    /// <summary>The name of its method.</summary>
    internal string Method { get; init; } = string.Empty;

    /// <summary>Its native task, as soon as it has waited once.</summary>
    internal Task? OwnTask { get; set; }

    /// <summary>Whether it waits where a probe saw it: what runs meanwhile with its flow of control, such as a callback, is not its own code.</summary>
    internal bool IsWaiting { get; set; }

    /// <summary>The lock or the semaphore that it waits for.</summary>
    internal IHeld? WaitsFor { get; set; }

    /// <summary>Whether its native task is known already.</summary>
    internal bool IsTaskKnown { get; set; }

    /// <summary>What it threw, if it did; a method whose exception was caught inside again has ended well.</summary>
    internal Exception? Error { get; set; }

    internal bool HasEnded { get; set; }
}
