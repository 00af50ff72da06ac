using System.Collections.Immutable;

namespace AsyncBasics.Conformance.Generation;

/// <summary>Where a statement is about to be written.</summary>
/// <param name="Function">The function it stands in.</param>
/// <param name="Depth">How many statements are around it.</param>
/// <param name="Started">The slots this function has filled so far, in order; shared by all places of a function.</param>
internal sealed record Place(int Function, int Depth, List<string> Started)
{
    /// <summary>In a callback, where nothing can be awaited.</summary>
    internal bool InCallback { get; init; }

    /// <summary>In a body that runs at the end of a try, from where nothing returns.</summary>
    internal bool AtTheEnd { get; init; }

    /// <summary>The timeouts around this place.</summary>
    internal ImmutableList<string> Timeouts { get; init; } = [];

    /// <summary>The task groups around this place.</summary>
    internal ImmutableList<string> Groups { get; init; } = [];

    /// <summary>The locks, semaphores and conditions held here.</summary>
    internal ImmutableList<string> Held { get; init; } = [];

    internal Place Inside() => this with { Depth = Depth + 1 };
}
