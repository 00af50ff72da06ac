namespace AsyncBasics;

/// <summary>Who has made tasks that nobody else knows, and holds them until they have ended: they need no place of their own among all tasks.</summary>
internal interface ITaskHolder
{
    /// <summary>Those that have not ended and have no place of their own.</summary>
    IEnumerable<LoopTask> Tasks { get; }
}
