namespace AsyncBasics.Lab;

/// <summary>How a run ended.</summary>
public enum Outcome
{
    /// <summary>It came to its end.</summary>
    Finished,

    /// <summary>An exception left its entry point.</summary>
    Failed,

    /// <summary>Nobody could go on any more, and nothing was left that could have woken anybody.</summary>
    Deadlock,

    /// <summary>It went past one of its limits: <see cref="Report.Limit"/> says which.</summary>
    Limit,

    /// <summary>It ended its own process, with <c>Environment.Exit</c>.</summary>
    Exited,

    /// <summary>The process that ran it died.</summary>
    Crashed,

    /// <summary>It could not be compiled.</summary>
    CompileError,

    /// <summary>It was only looked at, not run.</summary>
    NotRun,
}

/// <summary>What a run may use up.</summary>
public enum RunLimit
{
    /// <summary>Real time.</summary>
    WallTime,

    /// <summary>Time on the virtual clock.</summary>
    VirtualTime,

    /// <summary>Turns of loops, calls and steps.</summary>
    Steps,

    /// <summary>Characters written.</summary>
    Output,

    /// <summary>Memory.</summary>
    Memory,

    /// <summary>Depth of calls: the stack would have overflowed.</summary>
    StackDepth,
}
