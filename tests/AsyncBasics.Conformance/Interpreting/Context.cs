namespace AsyncBasics.Conformance.Interpreting;

/// <summary>Who runs a statement: a task by its name in the log, or the loop itself (in a callback).</summary>
internal sealed class Context(string name)
{
    internal string Name { get; } = name;

    /// <summary>
    /// The task; <see langword="null"/> for the loop, and for a task that a combinator has made but that has not started.
    /// </summary>
    internal LoopTask? Task { get; set; }
}

/// <summary>What a return statement hands up through the blocks around it.</summary>
internal sealed record Returned(int? Value);

/// <summary>The error a program raises on purpose.</summary>
internal sealed class BoomException(string text) : Exception(text);
