namespace AsyncBasics;

/// <summary>Something that another thread waits for, and that has to end when the loop closes before it has.</summary>
internal interface IEndsWithLoop
{
    /// <summary>The loop will not run any more.</summary>
    void LoopHasClosed();
}
