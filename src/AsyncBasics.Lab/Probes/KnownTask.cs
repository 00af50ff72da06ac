namespace AsyncBasics.Lab;

/// <summary>What is known of a native task.</summary>
/// <param name="Kind">What it stands for.</param>
/// <param name="Words">In words, to follow "waits for".</param>
internal sealed record KnownTask(KnownTaskKind Kind, string Words)
{
    /// <summary>In words: something to read.</summary>
    public const string ChannelItem = "an item from a channel";

    /// <summary>In words: room for what is to be written.</summary>
    public const string ChannelRoom = "room in a channel";

    /// <summary>In words: a turn at a semaphore.</summary>
    public const string Semaphore = "a semaphore";

    /// <summary>For a timer: the moment on the loop's clock.</summary>
    public TimeSpan Deadline { get; init; }

    /// <summary>For a combination: what it is made of.</summary>
    public IReadOnlyList<Task> Members { get; init; } = [];

    /// <summary>The lock or the semaphore that is waited for.</summary>
    public IHeld? Thing { get; init; }

    /// <summary>Its index among the trace's subjects, once it has been spoken of.</summary>
    public int Subject { get; set; } = TraceEvent.Nobody;

    /// <summary>What a stand-in says of a task that it has made.</summary>
    public static KnownTask Of(TaskFact fact) => fact switch
    {
        { Kind: TaskFactKind.Timer, Deadline: { } deadline } => new(KnownTaskKind.Timer, "a timer") { Deadline = deadline },
        { Kind: TaskFactKind.Timer } => new(KnownTaskKind.Other, "the end of time"),
        { Kind: TaskFactKind.WhenAll } => new(KnownTaskKind.All, "WhenAll") { Members = fact.Members ?? [] },
        { Kind: TaskFactKind.WhenAny } => new(KnownTaskKind.Any, "WhenAny") { Members = fact.Members ?? [] },
        { Kind: TaskFactKind.WaitAsync } => new(KnownTaskKind.All, "WaitAsync") { Members = fact.Members ?? [] },
        { Kind: TaskFactKind.Continuation } => new(KnownTaskKind.All, "ContinueWith") { Members = fact.Members ?? [] },
        { Kind: TaskFactKind.Work } => new(KnownTaskKind.Other, "other threads"),
        { Kind: TaskFactKind.Semaphore } => new(KnownTaskKind.Other, Semaphore) { Thing = fact.Thing as IHeld },
        { Kind: TaskFactKind.ChannelItem } => new(KnownTaskKind.Other, ChannelItem),
        { Kind: TaskFactKind.ChannelRoom } => new(KnownTaskKind.Other, ChannelRoom),
        _ => new(KnownTaskKind.Other, "the end of a channel"),
    };
}

/// <summary>What a native task stands for.</summary>
internal enum KnownTaskKind
{
    /// <summary>A call of an async method: its subject is that call's lane.</summary>
    Call,

    /// <summary>A moment.</summary>
    Timer,

    /// <summary>The end of all of its members.</summary>
    All,

    /// <summary>The end of the first of its members.</summary>
    Any,

    /// <summary>Anything else.</summary>
    Other,
}
