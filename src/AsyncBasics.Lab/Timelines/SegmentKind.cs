namespace AsyncBasics.Lab;

/// <summary>What a lane is doing. Together with having ended these are a lane's five states.</summary>
public enum SegmentKind
{
    /// <summary>Its code runs: on a virtual clock an instant, on a real one a bar where it takes long.</summary>
    Running,

    /// <summary>It could go on and does not get its turn, because somebody holds the loop: it is starved.</summary>
    Ready,

    /// <summary>It waits, and the others have their turn.</summary>
    Waiting,

    /// <summary>It is in a blocking call and holds the loop.</summary>
    Blocked,
}

/// <summary>What a waiting lane waits for.</summary>
public enum WaitTarget
{
    /// <summary>It does not wait.</summary>
    Nothing,

    /// <summary>A moment: it sleeps.</summary>
    Timer,

    /// <summary>Other lanes of the same picture.</summary>
    Lanes,

    /// <summary>A call of its own that blocks, as another lane: it cannot go on before that returns.</summary>
    Call,

    /// <summary>Anything else, such as a future or a lock.</summary>
    Other,
}
