namespace AsyncBasics.Lab;

/// <summary>What kind of thing a task of a stand-in stands for.</summary>
internal enum TaskFactKind
{
    /// <summary>A moment: <see cref="TaskFact.Deadline"/>.</summary>
    Timer,

    /// <summary>All of <see cref="TaskFact.Members"/>.</summary>
    WhenAll,

    /// <summary>The first of <see cref="TaskFact.Members"/>.</summary>
    WhenAny,

    /// <summary>The first member, but no longer than <see cref="TaskFact.Deadline"/>.</summary>
    WaitAsync,

    /// <summary>What comes after the first member.</summary>
    Continuation,

    /// <summary>Work on another thread: <see cref="TaskFact.Worker"/>.</summary>
    Work,

    /// <summary>A turn at a semaphore or a lock.</summary>
    Semaphore,

    /// <summary>An item in a channel.</summary>
    ChannelItem,

    /// <summary>Room for an item in a channel.</summary>
    ChannelRoom,

    /// <summary>The end of a channel.</summary>
    ChannelEnd,
}

/// <summary>What a task of a stand-in waits for.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Deadline">The moment on the stage's clock; <see langword="null"/> when there is none.</param>
/// <param name="Members">The tasks it depends on.</param>
/// <param name="Worker">The work that brings its result.</param>
/// <param name="Thing">The very semaphore or channel.</param>
internal sealed record TaskFact(
    TaskFactKind Kind,
    TimeSpan? Deadline = null,
    IReadOnlyList<Task>? Members = null,
    Worker? Worker = null,
    object? Thing = null);
