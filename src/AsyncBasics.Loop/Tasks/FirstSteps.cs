using System.Runtime.CompilerServices;

namespace AsyncBasics;

/// <summary>
/// The first steps of tasks that a gather has made one after the other. They stand in the ready queue once, and each has its turn: a place for
/// each of a million tasks would be stored and read once only.
/// </summary>
/// <param name="children">Where the tasks are.</param>
/// <param name="start">The place of the first.</param>
internal sealed class FirstSteps(GatheredChildren children, int start)
{
    private int _next = start;

    /// <summary>The end of them.</summary>
    public int End { get; set; }

    /// <summary>Whether all have had their turns.</summary>
    public bool IsOver => _next == End;

    /// <summary>Takes the next one.</summary>
    /// <returns>Whose first step it is; <see langword="null"/> when all have had their turns.</returns>
    public LoopTask? TakeNext() => IsOver ? null : Unsafe.As<LoopTask>(children[_next++]);
}
